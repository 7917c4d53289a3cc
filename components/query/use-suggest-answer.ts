"use client";

import { useEffect, useState } from "react";
import type { Completion } from "#lib/search/completion-at.ts";
import { queryAround } from "#lib/search/completion-at.ts";
import type { SuggestAnswer } from "#lib/search/suggest-answer.ts";
import { nameOf } from "./name-of.ts";

/** Milliseconds without a key before the index is asked. */
const PAUSE = 120;
const MOST_KEPT = 100;

/** Answers of this visit: going back a letter asks nothing. */
const known = new Map<string, SuggestAnswer>();

export type Span = { readonly from: string | null; readonly to: string | null };

/**
 * What the index has for the completion, a moment after the last key; an answer that nobody waits for any more is
 * given up. Until it is there the last answer to the beginning of the same word stays, so that the list holds still.
 */
export function useSuggestAnswer(
  text: string,
  completion: Completion | null,
  span: Span,
): SuggestAnswer | null {
  const asked = completion === null ? null : addressOf(text, completion, span);
  const [got, setGot] = useState<{ readonly asked: string; readonly answer: SuggestAnswer } | null>(null);
  useEffect(() => {
    if (asked === null || known.has(asked)) return;
    const controller = new AbortController();
    const timer = setTimeout(() => {
      fetchAnswer(asked, controller.signal).then(
        (answer) => {
          if (known.size >= MOST_KEPT) known.clear();
          known.set(asked, answer);
          setGot({ asked, answer });
        },
        // Without suggestions the box is still a search box.
        () => undefined,
      );
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [asked]);
  if (asked === null) return null;
  const answer = known.get(asked);
  if (answer !== undefined) return answer;
  return got !== null && isLonger(asked, got.asked) ? got.answer : null;
}

/** null where the index is not asked: closed lists of values, and nothing typed. */
function addressOf(text: string, completion: Completion, { from, to }: Span): string | null {
  const { owner, typed } = completion;
  if (owner?.kind === "is" || (owner?.kind === "field" && owner.field.choices !== undefined)) return null;
  const prefix = longestPart(typed);
  if (owner === null && (prefix.length < 2 || typed.endsWith(":"))) return null;
  if (prefix.length > 300) return null;
  const parameters = new URLSearchParams();
  if (owner !== null) parameters.set(owner.kind, nameOf(completion));
  const around = queryAround(text, completion);
  if (around !== "") parameters.set("q", around);
  if (from !== null) parameters.set("from", from);
  if (to !== null) parameters.set("to", to);
  parameters.set("prefix", prefix);
  return `/api/suggest?${parameters}`;
}

/** Of a pattern, the part that says most. */
function longestPart(typed: string): string {
  return typed.split("*").reduce((longest, part) => (part.length > longest.length ? part : longest), "");
}

function isLonger(asked: string, before: string): boolean {
  return asked.startsWith(before) && !before.endsWith("prefix=");
}

/** The answer is made by the same build of Waymark that made this code, so its shape is trusted. */
async function fetchAnswer(address: string, signal: AbortSignal): Promise<SuggestAnswer> {
  const response = await fetch(address, { signal });
  if (!response.ok) throw new Error(`status ${response.status}`);
  return (await response.json()) as SuggestAnswer;
}
