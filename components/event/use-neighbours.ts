"use client";

import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { asNoAnswer, inOneLine } from "#components/ui/ask-server.ts";
import type { Event } from "#lib/event/event.ts";
import { fetchNeighbours, type Neighbours } from "./fetch-neighbours.ts";

export type NeighboursState =
  | { readonly kind: "loading" }
  | { readonly kind: "found"; readonly found: readonly Neighbours[] }
  | { readonly kind: "failed"; readonly message: string; readonly retry: () => void };

/** How long before the place comes into sight its reading begins; in the panel, which scrolls by itself, as well. */
const AHEAD = "600px";

/**
 * What lies around an event, read once its place comes near: whoever only reads the sentence costs nothing. Paper does
 * not wait for an answer; whoever prints before there is one has it when they print again.
 */
export function useNeighbours(event: Pick<Event, "eventId" | "account">): {
  readonly place: RefObject<HTMLElement | null>;
  readonly state: NeighboursState;
} {
  const { eventId, account } = event;
  const place = useRef<HTMLElement>(null);
  const [isNear, setNear] = useState(false);
  const [isAsked, setAsked] = useState(true);
  const [state, setState] = useState<NeighboursState>({ kind: "loading" });
  const retry = useCallback(() => {
    setState({ kind: "loading" });
    setAsked(true);
  }, []);

  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        setNear(true);
        observer.disconnect();
      },
      { rootMargin: AHEAD, scrollMargin: AHEAD },
    );
    observer.observe(element);
    const controller = new AbortController();
    window.addEventListener("beforeprint", () => setNear(true), { signal: controller.signal });
    return () => {
      observer.disconnect();
      controller.abort();
    };
  }, []);

  useEffect(() => {
    if (!isNear || !isAsked) return;
    const controller = new AbortController();
    const settle = (next: NeighboursState) => {
      if (!controller.signal.aborted) setState(next);
    };
    fetchNeighbours({ eventId, account }, controller.signal).then(
      (found) => settle({ kind: "found", found }),
      (error: unknown) => {
        settle({ kind: "failed", message: inOneLine(asNoAnswer(error)), retry });
        if (!controller.signal.aborted) setAsked(false);
      },
    );
    return () => controller.abort();
  }, [isNear, isAsked, eventId, account, retry]);

  return { place, state };
}
