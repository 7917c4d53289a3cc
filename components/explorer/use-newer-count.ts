"use client";

import { useEffect, useState } from "react";
import { askServer } from "#components/ui/ask-server.ts";
import type { EventCount } from "#lib/search/summary.ts";

/** Milliseconds between two questions; CloudTrail delivers every few minutes. */
const EVERY_MS = 15_000;
/** A question that takes long is asked so much more rarely, that the database has little to do with it. */
const REST = 20;
const LOOK_MS = 1_000;

/**
 * Asks a route again and again how much has come. Only while the page is in sight: a tab in the background asks
 * nothing, and asks when it comes back. What is not answered is asked again later; nobody needs to know.
 */
export function useNewerCount(href: string): EventCount | null {
  const [count, setCount] = useState<EventCount | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    // When the next question may be asked, and while one is on its way, never.
    let due = performance.now() + EVERY_MS;
    const ask = async () => {
      const now = performance.now();
      if (document.visibilityState !== "visible" || now < due) return;
      due = Number.POSITIVE_INFINITY;
      try {
        const answer = await askServer<EventCount>(href, { signal });
        if (!signal.aborted) setCount(answer);
      } catch {
        // The list on screen is as good as it was; the next question may be answered.
      }
      const end = performance.now();
      due = end + Math.max(EVERY_MS, (end - now) * REST);
    };
    const timer = setInterval(ask, LOOK_MS);
    document.addEventListener("visibilitychange", ask);
    return () => {
      controller.abort();
      clearInterval(timer);
      document.removeEventListener("visibilitychange", ask);
    };
  }, [href]);
  return count;
}
