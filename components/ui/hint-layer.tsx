"use client";

import { useEffect, useRef } from "react";
import styles from "./hint-layer.module.css";

/*
 * One hover text for the whole page. Anything with `data-hint` (a text, with more about it on a second line in
 * `data-hint-note`), `data-value` (the same text, where it is a value that others read too) or `data-hint-time`
 * (milliseconds since 1970) shows it on hover after a moment, and on keyboard focus at once; Escape puts it away. One
 * listener and one element for thousands of cells, and no style attribute in the delivered page.
 */

const load = () => import("./show-hints.ts");

/** Mount once, at the end of the body. What shows the texts comes once something is pointed at or has the focus. */
export function HintLayer() {
  const layer = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const [begun, ended] = [new AbortController(), new AbortController()];
    let last: Event | undefined;
    const begin = (event: Event) => {
      last = event;
      // A failed fetch is tried again at the next thing.
      load().then(
        ({ showHints }) => {
          if (begun.signal.aborted || layer.current === null) return;
          begun.abort();
          showHints(layer.current, last ?? event, ended.signal);
        },
        () => undefined,
      );
    };
    for (const kind of ["pointerover", "focusin"]) {
      document.addEventListener(kind, begin, { passive: true, signal: begun.signal });
    }
    return () => {
      begun.abort();
      ended.abort();
    };
  }, []);
  return <div ref={layer} id="hint" role="tooltip" className={styles["hint"]} hidden />;
}
