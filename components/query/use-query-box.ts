"use client";

import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { forget, readHistory, remember } from "./query-history.ts";
import type { Span } from "./suggest-href.ts";
import type { Suggestion, SuggestionGroup } from "./suggestion.ts";
import { useSuggestAnswer } from "./use-suggest-answer.ts";

const load = () => import("./suggest.ts");

type SuggestCode = Awaited<ReturnType<typeof load>>;

type Mode = "closed" | "suggestions" | "history";

export type QueryBoxState = {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly draft: string;
  /** Where the caret stands; null while the box has no focus. */
  readonly caret: number | null;
  readonly isOpen: boolean;
  readonly groups: readonly SuggestionGroup[];
  /** The place in all groups together; -1: none. */
  readonly active: number;
  /** True while the code is on its way that knows whether the text, a link perhaps, stands for something else. */
  readonly isUndecided: boolean;
  readonly change: (text: string, caret: number | null, how: "typed" | "pasted" | "completed") => void;
  readonly moveCaret: (caret: number | null) => void;
  readonly open: (mode: Exclude<Mode, "closed">) => void;
  readonly close: () => void;
  /** The focus goes elsewhere. */
  readonly leave: () => void;
  readonly step: (by: 1 | -1) => void;
  readonly run: (q: string) => void;
  readonly forget: (q: string) => void;
};

/** What stands in the box, what is offered for it, and which of that is chosen. */
export function useQueryBox(props: {
  readonly q: string;
  readonly span: Span;
  readonly onRun: (q: string) => void;
}): QueryBoxState {
  const { q, span, onRun } = props;
  const input = useRef<HTMLInputElement>(null);
  const [draft, setDraft] = useState(q);
  const [caret, setCaret] = useState<number | null>(null);
  const [mode, setMode] = useState<Mode>("closed");
  // null: the first if the text is no query but stands for one, else none.
  const [chosen, setChosen] = useState<number | null>(-1);
  const [history, setHistory] = useState<readonly string[]>([]);
  // The query that the text in the box began as, and whether somebody has changed it since.
  const begun = useRef(q);
  const isTyped = useRef(false);
  const catchUp = useCallback(() => {
    if (begun.current === q) return;
    begun.current = q;
    isTyped.current = false;
    setDraft(q);
  }, [q]);
  useEffect(() => {
    // Another query, by the way back or an answer, must not take away the words of somebody who types.
    if (document.activeElement !== input.current || !isTyped.current) catchUp();
  }, [catchUp]);
  const code = useSuggestCode(caret !== null || mode !== "closed");
  const completing =
    mode === "suggestions" && caret !== null ? code?.completing(draft, caret, span) : undefined;
  const answer = useSuggestAnswer(completing?.href ?? null);
  const groups = groupsFor();
  const count = groups.reduce((sum, { suggestions }) => sum + suggestions.length, 0);
  const active = Math.min(chosen ?? (code?.firstRecognised(draft) === undefined ? -1 : 0), count - 1);

  function groupsFor(): readonly SuggestionGroup[] {
    if (mode === "closed" || code === null) return [];
    return mode === "history"
      ? code.pastQueries(history)
      : code.suggestionsFor({ text: draft, completion: completing?.completion ?? null, answer, history });
  }

  function show(next: Mode, place: number | null) {
    if (next !== "closed") setHistory(readHistory());
    setMode(next);
    setChosen(place);
  }

  return {
    input,
    draft,
    caret,
    isOpen: mode !== "closed",
    groups,
    active,
    isUndecided: chosen === null && code === null,
    change: (text, at, how) => {
      isTyped.current = true;
      setDraft(text);
      setCaret(at);
      // A link or a record is no query: what it stands for is what Enter should do.
      const isCertain = how === "pasted" || /^\s*(?:https?:|[{[])/i.test(text);
      const isDone = how === "completed" && text.charAt((at ?? 0) - 1) === " ";
      show(isDone ? "closed" : "suggestions", isCertain ? null : -1);
    },
    moveCaret: setCaret,
    open: (next) => show(next, next === "history" ? 0 : -1),
    close: () => show("closed", -1),
    leave: () => {
      setCaret(null);
      show("closed", -1);
      catchUp();
    },
    step: (by) => {
      const places = count + 1;
      setChosen(((((active + 1 + by) % places) + places) % places) - 1);
    },
    run: (text) => {
      remember(text);
      begun.current = q;
      isTyped.current = false;
      setDraft(text.trim());
      show("closed", -1);
      input.current?.blur();
      onRun(text.trim());
    },
    forget: (text) => {
      forget(text);
      setHistory(readHistory());
    },
  };
}

/** What makes suggestions, from the moment somebody is in the box: most visits never are. */
function useSuggestCode(isWanted: boolean): SuggestCode | null {
  const [code, setCode] = useState<SuggestCode | null>(null);
  useEffect(() => {
    // Without it the box is still a search box; the next focus tries again.
    if (isWanted && code === null) load().then(setCode, () => undefined);
  }, [isWanted, code]);
  return code;
}

/** What a text stands for that is no query by itself, once the code is there that knows. */
export async function meantBy(text: string): Promise<Suggestion | undefined> {
  return (await load().catch(() => null))?.firstRecognised(text);
}
