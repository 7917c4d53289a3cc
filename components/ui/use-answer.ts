"use client";

import { useCallback, useEffect, useState } from "react";
import { askServer, asNoAnswer, type NoAnswer } from "./ask-server.ts";

/**
 * `answer` is the last good one, whatever happened since, and none where nothing is asked; `isLoading` and `problem` say
 * what did.
 */
export type Answer<T> = {
  readonly answer: T | null;
  readonly isLoading: boolean;
  /** Why there is no newer answer. */
  readonly problem: NoAnswer | null;
  readonly retry: () => void;
};

type Good<T> = { readonly href: string; readonly body: T };
type Bad = { readonly href: string; readonly why: NoAnswer };

/**
 * The answer to a GET of `href`, for the parts of a page that stand beside what the server rendered; null asks nothing.
 * A question that is no longer wanted is called off.
 */
export function useAnswer<T>(href: string | null): Answer<T> {
  const [good, setGood] = useState<Good<T> | null>(null);
  const [bad, setBad] = useState<Bad | null>(null);
  const isSettled = href === null || good?.href === href || bad?.href === href;
  const retry = useCallback(() => setBad(null), []);

  useEffect(() => {
    if (href === null || isSettled) return;
    const controller = new AbortController();
    const { signal } = controller;
    askServer<T>(href, { signal }).then(
      (body) => {
        if (signal.aborted) return;
        setGood({ href, body });
        setBad(null);
      },
      (error: unknown) => {
        if (!signal.aborted) setBad({ href, why: asNoAnswer(error) });
      },
    );
    return () => controller.abort();
  }, [href, isSettled]);

  return {
    answer: href === null ? null : (good?.body ?? null),
    isLoading: !isSettled,
    problem: href !== null && bad?.href === href ? bad.why : null,
    retry,
  };
}
