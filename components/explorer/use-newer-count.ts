"use client";

import { useEffect, useState } from "react";
import { fetchJson } from "#components/ui/use-answer.ts";
import type { EventCount } from "#lib/search/summary.ts";

/** Milliseconds between two questions; CloudTrail delivers every few minutes. */
const EVERY_MS = 15_000;

/**
 * Asks a route again and again how much has come. Only while the page is in sight: a tab in the background asks
 * nothing, and asks at once when it comes back. What is not answered is asked again later; nobody needs to know.
 */
export function useNewerCount(href: string): EventCount | null {
  const [count, setCount] = useState<EventCount | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    let isAsking = false;
    const ask = async () => {
      if (isAsking || document.visibilityState !== "visible") return;
      isAsking = true;
      try {
        const answer = trusted(await fetchJson(href, signal));
        if (!signal.aborted) setCount(answer);
      } catch {
        // The list on screen is as good as it was; the next question may be answered.
      } finally {
        isAsking = false;
      }
    };
    const timer = setInterval(ask, EVERY_MS);
    document.addEventListener("visibilitychange", ask);
    return () => {
      controller.abort();
      clearInterval(timer);
      document.removeEventListener("visibilitychange", ask);
    };
  }, [href]);
  return count;
}

/** Holds for GET /api/events/newer of this build. */
function trusted(body: unknown): EventCount {
  return body as EventCount;
}
