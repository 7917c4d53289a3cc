"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { ExportOrder, ExportState } from "./run-export.ts";

export type Exporting = {
  readonly state: ExportState;
  readonly start: (order: ExportOrder) => void;
  readonly cancel: () => void;
};

/** One export at a time; it goes on while the person looks at other views, and ends with the page. */
export function useExport(): Exporting {
  const [state, show] = useState<ExportState>({ kind: "idle" });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  useWarning(state.kind === "running");
  const start = useCallback(async (order: ExportOrder) => {
    const own = new AbortController();
    running.current = own;
    // It has come with the sheet that the click was in.
    const { runExport } = await import("./run-export.ts");
    await runExport(order, own.signal, show);
  }, []);
  const cancel = useCallback(() => running.current?.abort(), []);
  return { state, start, cancel };
}

/** Leaving the page would end the export. */
function useWarning(isRunning: boolean): void {
  useEffect(() => {
    if (!isRunning) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [isRunning]);
}
