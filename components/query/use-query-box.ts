"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import { completionAt } from "#lib/search/completion-at.ts";
import { recognise } from "#lib/search/recognise.ts";
import { forget, readHistory, remember } from "./query-history.ts";
import { pastQueries, suggestionsFor } from "./suggest.ts";
import type { Suggestion, SuggestionGroup } from "./suggestion.ts";
import { type Span, useSuggestAnswer } from "./use-suggest-answer.ts";

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
  readonly change: (text: string, caret: number | null, how: "typed" | "pasted" | "completed") => void;
  readonly moveCaret: (caret: number | null) => void;
  readonly open: (mode: Exclude<Mode, "closed">) => void;
  readonly close: () => void;
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
  const [active, setActive] = useState(-1);
  const [history, setHistory] = useState<readonly string[]>([]);
  useEffect(() => {
    // An answer that arrives while somebody types must not take the words away.
    if (document.activeElement !== input.current) setDraft(q);
  }, [q]);
  const completion = mode === "suggestions" && caret !== null ? completionAt(draft, caret) : null;
  const answer = useSuggestAnswer(draft, completion, span);
  const groups = groupsFor();
  const count = groups.reduce((sum, { suggestions }) => sum + suggestions.length, 0);

  function groupsFor(): readonly SuggestionGroup[] {
    if (mode === "closed") return [];
    return mode === "history"
      ? pastQueries(history)
      : suggestionsFor({ text: draft, completion, answer, history });
  }

  function show(next: Mode, chosen: number) {
    if (next !== "closed") setHistory(readHistory());
    setMode(next);
    setActive(chosen);
  }

  return {
    input,
    draft,
    caret,
    isOpen: mode !== "closed",
    groups,
    active: Math.min(active, count - 1),
    change: (text, at, how) => {
      setDraft(text);
      setCaret(at);
      // A link or a record is no query: what it stands for is what Enter should do.
      const isCertain = how === "pasted" || /^\s*(?:https?:|[{[])/i.test(text);
      const isDone = how === "completed" && text.charAt((at ?? 0) - 1) === " ";
      show(isDone ? "closed" : "suggestions", isCertain && recognise(text).length > 0 ? 0 : -1);
    },
    moveCaret: setCaret,
    open: (next) => show(next, next === "history" ? 0 : -1),
    close: () => show("closed", -1),
    step: (by) => {
      const places = count + 1;
      setActive((was) => ((((Math.min(was, count - 1) + 1 + by) % places) + places) % places) - 1);
    },
    run: (text) => {
      remember(text);
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

/** The suggestion at a place in all groups together. */
export function suggestionAt(groups: readonly SuggestionGroup[], place: number): Suggestion | undefined {
  return groups.flatMap(({ suggestions }) => suggestions)[place];
}
