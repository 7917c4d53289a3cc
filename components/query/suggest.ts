import { eventHref } from "#components/event/page-of.ts";
import { resourceHref } from "#components/event/resource-href.ts";
import { formatCount } from "#components/ui/format-count.ts";
import { type Completion, completionAt } from "#lib/search/completion-at.ts";
import { formatPath, formatPattern, formatText, typedService } from "#lib/search/format-query.ts";
import { meantColons } from "#lib/search/meant-colons.ts";
import { IS_WORDS } from "#lib/search/read-value.ts";
import { recognise } from "#lib/search/recognise.ts";
import type { Recognised } from "#lib/search/recognised.ts";
import type { SuggestAnswer, SuggestedValue } from "#lib/search/suggest-answer.ts";
import { suggestNames } from "#lib/search/suggest-names.ts";
import { tokenize } from "#lib/search/tokenize.ts";
import { nameOf } from "./name-of.ts";
import { type Span, suggestHref } from "./suggest-href.ts";
import type { Effect, Suggestion, SuggestionGroup } from "./suggestion.ts";

/** What stands at the caret and can be completed, and where to ask the index for what would complete it. */
export function completing(
  text: string,
  caret: number,
  span: Span,
): { readonly completion: Completion; readonly href: string | null } | undefined {
  const completion = completionAt(text, caret);
  return completion === null ? undefined : { completion, href: suggestHref(text, completion, span) };
}

/** What the search box offers for what stands in it. Groups without a suggestion are left out. */
export function suggestionsFor(draft: {
  readonly text: string;
  /** What stands at the caret; null: nothing that can be completed. */
  readonly completion: Completion | null;
  /** What the index has for it; null while it is on its way. */
  readonly answer: SuggestAnswer | null;
  readonly history: readonly string[];
}): readonly SuggestionGroup[] {
  const { text, completion, answer, history } = draft;
  const recognised = recognitions(text);
  if (recognised.length > 0) return [{ label: "This looks like", suggestions: recognised }];
  const groups: SuggestionGroup[] = [
    { label: "Did you mean", suggestions: corrections(text) },
    { label: "This looks like", suggestions: completion === null ? [] : recognisedWord(completion) },
  ];
  if (text.trim() === "") groups.push({ label: "Recent", suggestions: history.slice(0, 5).map(past) });
  if (completion?.owner) {
    groups.push({ label: `Values of ${nameOf(completion)}`, suggestions: values(completion, answer) });
    groups.push({ label: "Patterns", suggestions: patterns(completion) });
  } else if (completion !== null) {
    const fields = { label: "Fields", suggestions: names(completion) };
    const found = { label: "In the events", suggestions: freeValues(completion, answer) };
    // A field that only its description brings up is a guess; a value that is there is none.
    const isGuess = !fields.suggestions.some(({ text: name }) =>
      name.startsWith(completion.typed.toLowerCase()),
    );
    groups.push(...(isGuess ? [found, fields] : [fields, found]));
    groups.push({ label: "Parts of the record", suggestions: paths(completion, answer) });
  }
  return groups.filter(({ suggestions }) => suggestions.length > 0);
}

/** The history alone. */
export function pastQueries(history: readonly string[]): readonly SuggestionGroup[] {
  return history.length === 0 ? [] : [{ label: "Recent", suggestions: history.map(past) }];
}

/** The first of what a text stands for that is no query by itself, such as a link or a record. */
export function firstRecognised(text: string): Suggestion | undefined {
  return recognitions(text)[0];
}

function past(q: string): Suggestion {
  return {
    id: `past ${q}`,
    text: q,
    about: null,
    count: null,
    effect: { kind: "run", q },
    isRemovable: true,
  };
}

function recognitions(text: string): readonly Suggestion[] {
  return recognise(text).flatMap((one) => {
    const effect = effectOf(one);
    if (effect === null) return [];
    const about = one.kind === "search" ? one.q : one.kind === "event" ? one.eventId : null;
    return [
      {
        id: `recognised ${one.label}`,
        text: one.label,
        about,
        count: null,
        isSentence: true as const,
        effect,
      },
    ];
  });
}

/** Null for a thing whose name no address can hold. */
function effectOf(one: Recognised): Effect | null {
  if (one.kind === "search") return { kind: "run", q: one.q };
  const href = one.kind === "event" ? eventHref(one.eventId) : resourceHref(one.id);
  return href === null ? null : { kind: "open", href };
}

/** A word among others that is an id, an address or the like: the condition that it stands for. */
function recognisedWord(completion: Completion): readonly Suggestion[] {
  if (completion.owner !== null) return [];
  return recognise(completion.typed).flatMap((one) => {
    if (one.kind !== "search" || one.q === completion.typed) return [];
    const insert = one.q.includes(" OR ") ? `(${one.q}) ` : `${one.q} `;
    const told = { id: `word ${one.label}`, text: one.label, about: one.q };
    return [{ ...edit(completion, insert, told), isSentence: true }];
  });
}

/** For each name that is no field but nearly one, that one; for each `event=` the name with its colon. */
function corrections(text: string): readonly Suggestion[] {
  const colons = meantColons(text).map((colon): Suggestion => {
    const about = `instead of ${text.slice(colon.start, colon.end)}`;
    const effect = { kind: "edit", ...colon } as const;
    return { id: `fix ${colon.start}`, text: colon.insert, about, count: null, effect };
  });
  const names = tokenize(text).flatMap((token): readonly Suggestion[] => {
    if (token.kind !== "name" || token.name.kind !== "unknown" || token.name.suggestion === null) return [];
    const { start, end, name } = token;
    const insert = `${name.suggestion}:`;
    const about = `instead of ${name.typed}:`;
    return [
      { id: `fix ${start}`, text: insert, about, count: null, effect: { kind: "edit", start, end, insert } },
    ];
  });
  return [...colons, ...names];
}

function edit(
  { start, end }: Completion,
  insert: string,
  told: {
    readonly id: string;
    readonly text: string;
    readonly about?: string | null;
    readonly count?: string | null;
  },
): Suggestion {
  const { id, text, about = null, count = null } = told;
  return { id, text, about, count, effect: { kind: "edit", start, end, insert } };
}

function names(completion: Completion): readonly Suggestion[] {
  const typed = completion.typed.replace(/:$/, "");
  const found = suggestNames(typed).map(({ name, about }) =>
    edit(completion, `${name}:`, { id: `name ${name}`, text: `${name}:`, about }),
  );
  return typed === "" ? found : found.slice(0, 6);
}

function values(completion: Completion, answer: SuggestAnswer | null): readonly Suggestion[] {
  const { owner, typed } = completion;
  if (owner === null) return [];
  const closed = owner.kind === "is" ? IS_WORDS : owner.kind === "field" ? owner.field.choices : undefined;
  if (closed !== undefined) {
    const wanted = typed.toLowerCase();
    return closed
      .filter((choice) => choice.toLowerCase().startsWith(wanted))
      .map((choice) => edit(completion, `${choice} `, { id: `value ${choice}`, text: choice }));
  }
  return (answer?.values ?? []).map((one) => {
    const text = nameOf(completion) === "service" ? typedService(one.value) : one.value;
    return edit(completion, `${formatText(text)} `, {
      id: `value ${one.value}`,
      text,
      count: counted(one, answer),
    });
  });
}

function freeValues(completion: Completion, answer: SuggestAnswer | null): readonly Suggestion[] {
  if (completion.typed === "") return [];
  return (answer?.values ?? []).slice(0, 10).map((one) => {
    const value = one.name === "service" ? typedService(one.value) : one.value;
    return edit(completion, `${one.name}:${formatText(value)} `, {
      id: `found ${one.name} ${one.value}`,
      text: `${one.name}:${formatText(value)}`,
      count: counted(one, answer),
    });
  });
}

function counted({ count }: SuggestedValue, answer: SuggestAnswer | null): string | null {
  if (count === null) return null;
  const figure = formatCount(count);
  return answer?.exact === true ? figure : count === 0 ? null : `${figure}+`;
}

function paths(completion: Completion, answer: SuggestAnswer | null): readonly Suggestion[] {
  return (answer?.paths ?? []).map((path) =>
    edit(completion, `${formatPath(path)}:`, { id: `path ${path}`, text: `${formatPath(path)}:` }),
  );
}

/** Wildcards, for somebody who does not know them or the whole value. */
function patterns(completion: Completion): readonly Suggestion[] {
  const { owner, typed } = completion;
  if (owner === null || owner.kind === "is") return [];
  const isClosed = owner.kind === "field" && owner.field.choices !== undefined;
  const any = edit(completion, "* ", { id: "any", text: "*", about: `any value of ${nameOf(completion)}` });
  if (typed === "") return [any];
  if (isClosed || typed.includes("*")) return [];
  const begins = formatPattern([typed, ""]);
  const holds = formatPattern(["", typed, ""]);
  return [
    edit(completion, `${begins} `, { id: "begins", text: begins, about: "begins with it" }),
    edit(completion, `${holds} `, { id: "holds", text: holds, about: "has it anywhere" }),
  ];
}
