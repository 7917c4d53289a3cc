import { FIELDS, type Field } from "#lib/event/fields.ts";
import { foldCase } from "#lib/search/fold-case.ts";

/** A name that can begin a condition. */
export type NameSuggestion = {
  /** As it is typed, without the colon. */
  readonly name: string;
  readonly awsName: string | null;
  readonly about: string;
};

const IS: NameSuggestion = {
  name: "is",
  awsName: null,
  about: "read, write, denied, failed or success",
};

const [first, ...rest] = FIELDS.map((field: Field): NameSuggestion => {
  const { id, awsName, about } = field;
  return { name: id, awsName: awsName === id ? null : awsName, about };
});

const ALL: readonly NameSuggestion[] = first === undefined ? [] : [first, IS, ...rest];
const LABELS: ReadonlyMap<string, string> = new Map(FIELDS.map(({ id, label }) => [id, label]));

/** So much must be typed before a word in a field's description counts. */
const ENOUGH = 3;

/** The names that `typed` may be the beginning of, the likeliest first; all of them where nothing is typed. */
export function suggestNames(typed: string): readonly NameSuggestion[] {
  const wanted = foldCase(typed);
  if (wanted === "") return ALL;
  return ALL.map((one) => ({ one, rank: rankOf(one, wanted) }))
    .filter(({ rank }) => rank < NONE)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ one }) => one);
}

const NONE = 5;

function rankOf({ name, awsName, about }: NameSuggestion, wanted: string): number {
  const names = [name, awsName ?? "", LABELS.get(name) ?? ""].map(foldCase);
  const found = names.findIndex((text) => text.startsWith(wanted));
  if (found >= 0) return found;
  if (names.some((text) => text.includes(wanted)) && wanted.length > 1) return 3;
  const isTold = foldCase(about)
    .split(/\W+/)
    .some((word) => word.startsWith(wanted));
  return isTold && wanted.length >= ENOUGH ? 4 : NONE;
}
