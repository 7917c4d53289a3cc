import { ACTIVITY_FIELDS, EVERY_EVENT } from "#lib/db/activity/activity-fields.ts";
import { type Line, type Pick, type RollUpAsk, wouldCountTwice } from "#lib/db/activity/roll-up-ask.ts";
import { type Resolved, resolveSearch } from "#lib/db/read/resolve-search.ts";
import type { Queryable } from "#lib/db/sql/raw.ts";

/** More words than this, and reading events is no slower than asking the roll-up for each. */
const MOST_TERMS = 1_000;

const EVERYTHING: Line = { field: EVERY_EVENT, terms: [0], sign: 1 };

/** The rows that answer what was asked; null where they would not tell. `known`: as for resolveSearch. */
export async function resolveLines(
  on: Queryable,
  { pick }: RollUpAsk,
  known?: Resolved,
): Promise<readonly Line[] | null> {
  if (pick === null) return [EVERYTHING];
  const field = ACTIVITY_FIELDS[pick.field];
  // Any value at all: every event but those without.
  if (pick.matches.some(({ test }) => test.kind === "exists")) {
    const without: Line = { field, terms: [0], sign: 1 };
    return pick.isExcluded ? [without] : [EVERYTHING, { ...without, sign: -1 }];
  }
  const terms = await termsOf(on, pick, known);
  if (terms === null || terms.length > MOST_TERMS || wouldCountTwice(pick, terms)) return null;
  return pick.isExcluded ? [EVERYTHING, { field, terms, sign: -1 }] : [{ field, terms, sign: 1 }];
}

/** null where a value means more than events that have it: a person's name, what was done through roles as well. */
async function termsOf(
  on: Queryable,
  { matches }: Pick,
  known?: Resolved,
): Promise<readonly number[] | null> {
  const ids = new Set<number>();
  for (const match of matches) {
    const predicate = await resolveSearch(on, match, known);
    if (predicate.kind !== "terms") return null;
    for (const id of predicate.ids) ids.add(id);
  }
  return [...ids];
}
