"use client";

import { useCallback, useEffect, useState } from "react";

/*
 * Asks a route of Waymark's own for JSON, for the parts of a page that stand beside what the server rendered. The
 * answer is made by the same build that made this code, so its shape is trusted.
 */

/** `answer` is the last good one, whatever happened since; `isLoading` and `problem` say what did. */
export type Answer<T> = {
  readonly answer: T | null;
  /** The address that `answer` came from. */
  readonly answered: string | null;
  readonly isLoading: boolean;
  /** Why there is no newer answer, in a sentence. */
  readonly problem: string | null;
  readonly retry: () => void;
};

type Good<T> = { readonly href: string; readonly body: T };
type Bad = { readonly href: string; readonly message: string };

/** The answer to a GET of `href`; null asks nothing. A question that is no longer wanted is called off. */
export function useAnswer<T>(href: string | null): Answer<T> {
  const [good, setGood] = useState<Good<T> | null>(null);
  const [bad, setBad] = useState<Bad | null>(null);
  const isSettled = href === null || good?.href === href || bad?.href === href;
  const retry = useCallback(() => setBad(null), []);

  useEffect(() => {
    if (href === null || isSettled) return;
    const controller = new AbortController();
    const { signal } = controller;
    fetchJson(href, signal).then(
      (body) => {
        if (signal.aborted) return;
        setGood({ href, body: trusted<T>(body) });
        setBad(null);
      },
      (error: unknown) => {
        if (!signal.aborted) setBad({ href, message: messageOf(error) });
      },
    );
    return () => controller.abort();
  }, [href, isSettled]);

  return {
    answer: good?.body ?? null,
    answered: good?.href ?? null,
    isLoading: !isSettled,
    problem: href !== null && bad?.href === href ? bad.message : null,
    retry,
  };
}

/** Asks a route for JSON; rejects with a sentence to show. */
export async function fetchJson(href: string, signal: AbortSignal): Promise<unknown> {
  const response = await fetch(href, { signal }).catch((cause: unknown) => {
    throw new Error("Waymark does not answer.", { cause });
  });
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return body;
  throw new Error(titleOf(body) ?? `The answer has status ${response.status}.`);
}

/** The sentence of a problem answer (RFC 9457), if it is one. */
function titleOf(body: unknown): string | null {
  if (typeof body !== "object" || body === null || !("title" in body)) return null;
  return typeof body.title === "string" ? body.title : null;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : "The answer could not be read.";
}

/** Holds for a route of this build, which answers with what its docs say. */
function trusted<T>(body: unknown): T {
  return body as T;
}
