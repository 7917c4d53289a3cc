"use client";

import { useCallback, useEffect } from "react";
import { useExplorer } from "./use-explorer.ts";

/** On the first page of a search, what is counted beside the list goes first. */
const WAIT_MS = 400;

/**
 * Has the next page asked for once the list is drawn and the browser has nothing else to do, so that turning to it
 * needs no waiting. `isLater`: after the first page of a search. Gives what asks for it at once, for a pointer or a
 * focus on its link. Not where the reader wants to save data.
 */
export function usePageAhead(href: string | null, isLater: boolean): () => void {
  const { pages, busy } = useExplorer();
  const ask = useCallback(() => {
    if (href !== null && !busy && !savesData()) pages.ask(href);
  }, [href, busy, pages]);
  useEffect(() => {
    let idle: number | undefined;
    const timer = setTimeout(
      () => {
        if (document.visibilityState !== "visible") return;
        // Safari has none.
        if (typeof requestIdleCallback === "undefined") ask();
        else idle = requestIdleCallback(ask, { timeout: 2_000 });
      },
      isLater ? 0 : WAIT_MS,
    );
    return () => {
      clearTimeout(timer);
      if (idle !== undefined) cancelIdleCallback(idle);
    };
  }, [ask, isLater]);
  // Another list needs another page, or none.
  useEffect(() => {
    if (href === null) return;
    return () => pages.callOff();
  }, [pages, href]);
  return ask;
}

function savesData(): boolean {
  const connection: unknown = Reflect.get(navigator, "connection");
  return (
    typeof connection === "object" && connection !== null && Reflect.get(connection, "saveData") === true
  );
}
