import { type ActivityField, hasSeveralValues, isActivityField } from "#lib/db/activity/activity-fields.ts";
import { isReadOnly, outcomeOf } from "#lib/db/event-codes.ts";
import { matchesRecord } from "#lib/search/match.ts";
import type { Condition } from "#lib/search/search.ts";

type Match = Extract<Condition, { kind: "match" }>;

/**
 * A search that the roll-up can answer: how the calls ended and whether they only read, and at most one field
 * besides, asked for some of its values.
 */
export type RollUpAsk = {
  /** The values of an event's `flags` that are asked for. */
  readonly flags: readonly number[];
  readonly pick: Pick | null;
};

export type Pick = {
  readonly field: ActivityField;
  /** Any of these. */
  readonly matches: readonly Match[];
  /** True where events are asked for that meet none of them. */
  readonly isExcluded: boolean;
};

/** Whether it only read (2) × how it ended (3), as in an event's `flags`. */
export const ALL_FLAGS: readonly number[] = [0, 1, 2, 3, 4, 5];

/** The condition as the roll-up can answer it; null where it cannot. */
export function rollUpAskOf(condition: Condition): RollUpAsk | null {
  let flags = ALL_FLAGS;
  let pick: Pick | null = null;
  for (const part of condition.kind === "all" ? condition.of : [condition]) {
    if (isAboutFlags(part)) {
      flags = flags.filter((one) => matchesFlags(part, one));
      continue;
    }
    const found = pickOf(part);
    const both: Pick | null = found === null || pick === null ? found : withoutBoth(pick, found);
    if (both === null) return null;
    pick = both;
  }
  return { flags, pick };
}

function isAboutFlags(condition: Condition): boolean {
  if (condition.kind === "not") return isAboutFlags(condition.of);
  if (condition.kind !== "match") return condition.of.length > 0 && condition.of.every(isAboutFlags);
  const { target } = condition;
  return target.kind === "field" && (target.id === "readOnly" || target.id === "outcome");
}

function matchesFlags(condition: Condition, flags: number): boolean {
  const terms = [
    { path: "@readOnly", value: String(isReadOnly(flags)) },
    { path: "@outcome", value: outcomeOf(flags) },
  ];
  return matchesRecord(condition, terms, "");
}

function pickOf(condition: Condition): Pick | null {
  const isExcluded = condition.kind === "not";
  const inner = isExcluded ? condition.of : condition;
  const matches = inner.kind === "match" ? [inner] : inner.kind === "any" ? inner.of : [];
  const [first] = matches;
  if (first?.kind !== "match" || first.target.kind !== "field") return null;
  const { id } = first.target;
  if (!isActivityField(id)) return null;
  const own = matches.filter((part): part is Match => isOf(part, id));
  return own.length < matches.length ? null : { field: id, matches: own, isExcluded };
}

/** What is left out one after the other of one field is left out together. */
function withoutBoth(one: Pick, other: Pick): Pick | null {
  const isOne = one.isExcluded && other.isExcluded && one.field === other.field;
  return isOne ? { ...one, matches: [...one.matches, ...other.matches] } : null;
}

function isOf(condition: Condition, id: ActivityField): condition is Match {
  return condition.kind === "match" && condition.target.kind === "field" && condition.target.id === id;
}

/** Rows of the roll-up to be added up: those of these terms of a field, or with `sign` -1 taken off. */
export type Line = { readonly field: number; readonly terms: readonly number[]; readonly sign: 1 | -1 };

/** Whether several values of one event would be counted one by one. */
export function wouldCountTwice(pick: Pick, terms: readonly number[]): boolean {
  return terms.length > 1 && hasSeveralValues(pick.field);
}
