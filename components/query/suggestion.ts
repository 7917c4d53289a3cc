/** What taking a suggestion does. */
export type Effect =
  /** Replaces the text of [start, end) and goes on typing after it. */
  | { readonly kind: "edit"; readonly start: number; readonly end: number; readonly insert: string }
  /** Runs this query. */
  | { readonly kind: "run"; readonly q: string }
  /** Opens another page. */
  | { readonly kind: "open"; readonly href: string };

/** One line of the list under the search box. */
export type Suggestion = {
  /** Unlike that of every other suggestion in the list. */
  readonly id: string;
  /** What it puts into the query, or the query itself. */
  readonly text: string;
  /** What it means, in words. */
  readonly about: string | null;
  /** How many events carry it; "12+" where there may be more. */
  readonly count: string | null;
  readonly effect: Effect;
  /** True where the text is a sentence, not a part of a query. */
  readonly isSentence?: true;
  /** True for a query of the history, which can be taken out of it. */
  readonly isRemovable?: true;
};

/** Suggestions of one kind, under a heading. */
export type SuggestionGroup = { readonly label: string; readonly suggestions: readonly Suggestion[] };
