import { assertNever } from "#lib/base/assert-never.ts";
import { empty, join, type Sql, sql, trustedText } from "#lib/db/sql/raw.ts";

/** A condition whose words have been looked up in the dictionary: nothing is left but ids. */
export type Predicate =
  | { readonly kind: "all"; readonly of: readonly Predicate[] }
  | { readonly kind: "any"; readonly of: readonly Predicate[] }
  | { readonly kind: "not"; readonly of: Predicate }
  /** The event has any of these terms. `column`: where they can only stand in this column of the row. */
  | { readonly kind: "terms"; readonly ids: readonly number[]; readonly column: EventColumn | null }
  /** The event is one of these. */
  | { readonly kind: "events"; readonly uuids: readonly string[] }
  /** Part of an event id, as a LIKE pattern. */
  | { readonly kind: "id-like"; readonly pattern: string };

export type EventColumn =
  | "account"
  | "region"
  | "name"
  | "service"
  | "actor"
  | "role"
  | "session"
  | "ip"
  | "agent"
  | "error";

/** More words than this, and asking the index for each costs more than reading rows and looking. */
const MOST_INDEXED_TERMS = 2_000;

/** The predicate as a test of one row `e`. */
export function rowTest(predicate: Predicate): Sql {
  switch (predicate.kind) {
    case "all":
      return predicate.of.length === 0 ? sql`true` : sql`(${join(predicate.of.map(rowTest), " and ")})`;
    case "any":
      return predicate.of.length === 0 ? sql`false` : sql`(${join(predicate.of.map(rowTest), " or ")})`;
    case "not":
      return sql`not ${rowTest(predicate.of)}`;
    case "terms":
      return termsTest(predicate.ids, predicate.column);
    case "events":
      return sql`e.event_id = any(${[...predicate.uuids]}::uuid[])`;
    case "id-like":
      return sql`e.event_id::text like ${predicate.pattern}`;
    default:
      return assertNever(predicate);
  }
}

function termsTest(ids: readonly number[], column: EventColumn | null): Sql {
  if (ids.length === 0) return sql`false`;
  if (column !== null) return sql`e.${trustedText(column)} = any(${[...ids]}::int[])`;
  // Not `e.terms && …`: that compares every pair; a list in `= any` is hashed once for all rows.
  return sql`exists (select 1 from unnest(e.terms) term where term = any(${[...ids]}::int[]))`;
}

/**
 * What the index of terms can answer of the predicate: a necessary condition, to be joined with rowTest. null
 * where it can answer nothing (a negation, or no condition at all).
 */
export function indexTest(predicate: Predicate): Sql | null {
  switch (predicate.kind) {
    case "all": {
      const parts = predicate.of.map(indexTest).filter((part) => part !== null);
      return parts.length === 0 ? null : sql`(${join(parts, " and ")})`;
    }
    case "any": {
      const parts = predicate.of.map(indexTest);
      const known = parts.filter((part) => part !== null);
      if (known.length < parts.length || known.length === 0) return null;
      return sql`(${join(known, " or ")})`;
    }
    case "terms":
      if (predicate.ids.length > MOST_INDEXED_TERMS) return null;
      return predicate.ids.length === 1
        ? sql`e.terms @> ${[...predicate.ids]}::int[]`
        : sql`e.terms && ${[...predicate.ids]}::int[]`;
    case "events":
      return rowTest(predicate);
    case "not":
    case "id-like":
      return null;
    default:
      return assertNever(predicate);
  }
}

/** True where no event can meet the predicate: a word that was asked for stands in no event. */
export function isImpossible(predicate: Predicate): boolean {
  switch (predicate.kind) {
    case "all":
      return predicate.of.some(isImpossible);
    case "any":
      return predicate.of.every(isImpossible);
    case "terms":
      return predicate.ids.length === 0;
    case "events":
      return predicate.uuids.length === 0;
    default:
      return false;
  }
}

/** `and` with the tests that are there; empty where there are none. */
export function whereAll(tests: readonly (Sql | null)[]): Sql {
  const there = tests.filter((test) => test !== null);
  return there.length === 0 ? empty : sql`where ${join(there, " and ")}`;
}
