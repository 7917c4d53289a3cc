"use client";

import { useCallback, useEffect, useState } from "react";
import type { FoundEvent } from "#components/event/event-detail.ts";
import { asNoAnswer, inOneLine } from "#components/ui/ask-server.ts";
import { fetchEvent } from "./fetch-event.ts";

export type EventState =
  | { readonly kind: "none" }
  | { readonly kind: "loading" }
  | { readonly kind: "found"; readonly found: FoundEvent }
  | { readonly kind: "failed"; readonly message: string; readonly retry: () => void };

type Answer = FoundEvent | { readonly id: string; readonly message: string };

/** Events are never changed once delivered, so what was read stays good; this many are kept. */
const MOST_KEPT = 50;

/** The event that is open: the one given if it is of this id, else fetched. */
export function useEvent(id: string | null, initial: FoundEvent | null): EventState {
  const [answers, setAnswers] = useState<readonly Answer[]>(initial === null ? [] : [initial]);
  const answer = answers.find((each) => each.id === id);
  const isMissing = id !== null && answer === undefined;
  const retry = useCallback(() => setAnswers((known) => known.filter((each) => each.id !== id)), [id]);

  useEffect(() => {
    if (id === null || !isMissing) return;
    const controller = new AbortController();
    const settle = (settled: Answer) => {
      if (!controller.signal.aborted) setAnswers((known) => [settled, ...known].slice(0, MOST_KEPT));
    };
    fetchEvent(id, controller.signal).then(settle, (error: unknown) =>
      settle({ id, message: inOneLine(asNoAnswer(error)) }),
    );
    return () => controller.abort();
  }, [id, isMissing]);

  if (id === null) return { kind: "none" };
  if (answer === undefined) return { kind: "loading" };
  return "message" in answer
    ? { kind: "failed", message: answer.message, retry }
    : { kind: "found", found: answer };
}
