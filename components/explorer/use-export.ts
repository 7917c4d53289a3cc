"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { fileChooser } from "./file-chooser.ts";
import type { ExportFormat, Saved } from "./save-export.ts";

/**
 * - `handed`: the browser downloads it by itself, and shows how far it is
 */
export type ExportState =
  | { readonly kind: "idle" }
  | { readonly kind: "running"; readonly name: string; readonly saved: Saved }
  | { readonly kind: "done"; readonly name: string; readonly saved: Saved }
  | { readonly kind: "handed" }
  | { readonly kind: "failed"; readonly message: string };

export type ExportOrder = { readonly href: string; readonly format: ExportFormat; readonly name: string };

export type Exporting = {
  readonly state: ExportState;
  readonly start: (order: ExportOrder) => void;
  readonly cancel: () => void;
};

const NOTHING: Saved = { rows: 0, bytes: 0 };

/** One export at a time; it goes on while the person looks at other views, and ends with the page. */
export function useExport(): Exporting {
  const [state, setState] = useState<ExportState>({ kind: "idle" });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  useWarning(state.kind === "running");
  const start = useCallback(async ({ href, format, name: suggestedName }: ExportOrder) => {
    const choose = fileChooser();
    if (choose === null) {
      download(href);
      return setState({ kind: "handed" });
    }
    const file = await choose({ suggestedName }).catch(() => null);
    // Whoever closes the dialog wants no file.
    if (file === null) return;
    const own = new AbortController();
    running.current = own;
    const { name } = file;
    const show = (saved: Saved) => setState({ kind: "running", name, saved });
    show(NOTHING);
    try {
      const { saveExport } = await import("./save-export.ts");
      const saved = await saveExport(href, format, file, { signal: own.signal, onProgress: show });
      setState({ kind: "done", name, saved });
    } catch (error) {
      const message = error instanceof Error ? error.message : "The export broke off.";
      setState(error === own.signal.reason ? { kind: "idle" } : { kind: "failed", message });
    }
  }, []);
  const cancel = useCallback(() => running.current?.abort(), []);
  return { state, start, cancel };
}

/** The answer names itself a file: the page stays where it is. */
function download(href: string): void {
  const link = document.createElement("a");
  link.href = href;
  link.download = "";
  link.click();
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
