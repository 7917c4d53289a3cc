"use client";

import { useEffect, useState } from "react";
import { askServer } from "#components/ui/ask-server.ts";
import type { SuggestAnswer } from "#lib/search/suggest-answer.ts";

/** Milliseconds without a key before the index is asked. */
const PAUSE = 120;
const MOST_KEPT = 100;

/** Answers of this visit: going back a letter asks nothing. */
const known = new Map<string, SuggestAnswer>();

/**
 * What the index answers at an address (`suggestHref`), a moment after the last key; an answer that nobody waits for
 * any more is given up. Until it is there the last answer to the beginning of the same word stays, so that the list
 * holds still.
 */
export function useSuggestAnswer(asked: string | null): SuggestAnswer | null {
  const [got, setGot] = useState<{ readonly asked: string; readonly answer: SuggestAnswer } | null>(null);
  useEffect(() => {
    if (asked === null || known.has(asked)) return;
    const controller = new AbortController();
    const timer = setTimeout(() => {
      askServer<SuggestAnswer>(asked, { signal: controller.signal }).then(
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

function isLonger(asked: string, before: string): boolean {
  return asked.startsWith(before) && !before.endsWith("prefix=");
}
