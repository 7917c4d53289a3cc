import { assertNever } from "#lib/base/assert-never.ts";
import { empty, join, type Sql, sql, trustedText } from "#lib/db/sql/raw.ts";

/** A condition whose words have been looked up in the dictionary: nothing is left but ids. */
export type Predicate =
  | { readonly kind: "all"; readonly of: readonly Predicate[] }
  | { readonly kind: "any"; readonly of: readonly Predicate[] }
  | { readonly kind: "not"; readonly of: Predicate }
  /** The event has any of these terms. */
  | { readonly kind: "terms"; readonly ids: readonly number[]; readonly shortcut: Shortcut | null }
  /** The event is one of these. */
  | { readonly kind: "events"; readonly uuids: readonly string[] }
  /** Part of an event id, as a LIKE pattern. */
  | { readonly kind: "id-like"; readonly pattern: string };

/** Where a row tells more cheaply than by its list of terms whether it has them. */
export type Shortcut =
  | { readonly kind: "column"; readonly column: EventColumn }
  | { readonly kind: "flags"; readonly mask: number; readonly value: number };

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

/** The predicate as a test of one row `e`, for rows that are read anyway. */
export function rowTest(predicate: Predicate): Sql {
  switch (predicate.kind) {
    case "all":
      return predicate.of.length === 0 ? sql`true` : sql`(${join(predicate.of.map(rowTest), " and ")})`;
    case "any":
      return predicate.of.length === 0 ? sql`false` : sql`(${join(predicate.of.map(rowTest), " or ")})`;
    case "not":
      return sql`not ${rowTest(predicate.of)}`;
    case "terms":
      return termsInRow(predicate);
    case "events":
      return sql`e.event_id = any(${[...predicate.uuids]}::uuid[])`;
    case "id-like":
      return sql`e.event_id::text like ${predicate.pattern}`;
    default:
      return assertNever(predicate);
  }
}

/**
 * The predicate as a condition that the index of terms answers; null where it cannot (a negation, too many words,
 * no condition at all). Joined to it, `rest` is what must still be tested on the rows that it finds.
 */
export function indexTest(predicate: Predicate): IndexTest | null {
  switch (predicate.kind) {
    case "all": {
      const parts = predicate.of.map((part) => ({ part, indexed: indexTest(part) }));
      const indexed = parts.flatMap((one) => (one.indexed === null ? [] : [one.indexed]));
      if (indexed.length === 0) return null;
      const rest = parts.flatMap(({ part, indexed: found }) =>
        found === null ? [rowTest(part)] : found.rest,
      );
      return {
        indexed: sql`(${join(
          indexed.map((one) => one.indexed),
          " and ",
        )})`,
        rest,
      };
    }
    case "any": {
      const parts = predicate.of.map(indexTest).filter((part) => part !== null);
      if (parts.length < predicate.of.length || parts.length === 0) return null;
      const isExact = parts.every(({ rest }) => rest.length === 0);
      const indexed = sql`(${join(
        parts.map((part) => part.indexed),
        " or ",
      )})`;
      return { indexed, rest: isExact ? [] : [rowTest(predicate)] };
    }
    case "terms":
      if (predicate.ids.length > MOST_INDEXED_TERMS) return null;
      return { indexed: overlap(predicate.ids), rest: [] };
    case "events":
      return { indexed: rowTest(predicate), rest: [] };
    case "not":
    case "id-like":
      return null;
    default:
      return assertNever(predicate);
  }
}

export type IndexTest = { readonly indexed: Sql; readonly rest: readonly Sql[] };

/** More words than this, and asking the index for each costs more than reading rows and looking. */
const MOST_INDEXED_TERMS = 2_000;
/** Up to so many, comparing every pair is quicker than making a hash table of one side. */
const FEW_TERMS = 6;

type Terms = Extract<Predicate, { kind: "terms" }>;

function termsInRow({ ids, shortcut }: Terms): Sql {
  if (ids.length === 0) return sql`false`;
  if (shortcut?.kind === "flags")
    return sql`(e.flags & ${shortcut.mask}::smallint) = ${shortcut.value}::smallint`;
  if (shortcut?.kind === "column") return sql`e.${trustedText(shortcut.column)} = any(${[...ids]}::int[])`;
  if (ids.length <= FEW_TERMS) return overlap(ids);
  return sql`exists (select 1 from unnest(e.terms) term where term = any(${[...ids]}::int[]))`;
}

function overlap(ids: readonly number[]): Sql {
  return ids.length === 1 ? sql`e.terms @> ${[...ids]}::int[]` : sql`e.terms && ${[...ids]}::int[]`;
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
