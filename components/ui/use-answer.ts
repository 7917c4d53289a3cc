"use client";

import { useCallback, useEffect, useState } from "react";
import { askServer, asNoAnswer, type NoAnswer } from "./ask-server.ts";

/**
 * `answer` is the last good one, whatever happened since, and none where nothing is asked; `isLoading` and `problem`
 * say what did.
 */
export type Answer<T> = {
  readonly answer: T | null;
  readonly isLoading: boolean;
  /** Why there is no newer answer. */
  readonly problem: NoAnswer | null;
  readonly retry: () => void;
};

type Good<T> = { readonly of: string; readonly body: T };
type Bad = { readonly of: string; readonly why: NoAnswer };

/**
 * The answer to a GET of `href`, for the parts of a page that stand beside what the server rendered; null asks nothing.
 * In another `round` the same is asked anew. A question that is no longer wanted is called off.
 */
export function useAnswer<T>(href: string | null, round: number): Answer<T> {
  const [good, setGood] = useState<Good<T> | null>(null);
  const [bad, setBad] = useState<Bad | null>(null);
  const of = `${round} ${href}`;
  const isSettled = href === null || good?.of === of || bad?.of === of;
  const retry = useCallback(() => setBad(null), []);

  useEffect(() => {
    if (href === null || isSettled) return;
    const controller = new AbortController();
    const { signal } = controller;
    askServer<T>(href, { signal }).then(
      (body) => {
        if (signal.aborted) return;
        setGood({ of, body });
        setBad(null);
      },
      (error: unknown) => {
        if (!signal.aborted) setBad({ of, why: asNoAnswer(error) });
      },
    );
    return () => controller.abort();
  }, [href, of, isSettled]);

  return {
    answer: href === null ? null : (good?.body ?? null),
    isLoading: !isSettled,
    problem: href !== null && bad?.of === of ? bad.why : null,
    retry,
  };
}
