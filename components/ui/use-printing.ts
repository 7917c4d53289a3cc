"use client";

import { useEffect, useState } from "react";
import { flushSync } from "react-dom";

/** True while the page is laid out for paper, where nobody can open what is folded. */
export function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    // The paper is drawn as soon as its listeners have returned.
    window.addEventListener("beforeprint", () => flushSync(() => setPrinting(true)), { signal });
    window.addEventListener("afterprint", () => setPrinting(false), { signal });
    return () => controller.abort();
  }, []);
  return isPrinting;
}
