import { assertNever } from "#lib/base/assert-never.ts";
import { empty, join, type Sql, sql, trustedText } from "#lib/db/sql/raw.ts";

/** A condition whose words have been looked up in the dictionary: nothing is left but ids. */
export type Predicate =
  | { readonly kind: "all"; readonly of: readonly Predicate[] }
  | { readonly kind: "any"; readonly of: readonly Predicate[] }
  | { readonly kind: "not"; readonly of: Predicate }
  /** The event has any of these terms. */
  | { readonly kind: "terms"; readonly ids: readonly number[]; readonly shortcut: Shortcut | null }
  /** The same as `of`, but never asked of the index: it is common, and something rare stands beside it. */
  | { readonly kind: "on-row"; readonly of: Predicate }
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
    case "on-row":
      return rowTest(predicate.of);
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

/** The event has any of these terms, as the index of terms is asked. */
export function overlap(ids: readonly number[]): Sql {
  return ids.length === 1 ? sql`e.terms @> ${[...ids]}::int[]` : sql`e.terms && ${[...ids]}::int[]`;
}

/** What rowTest costs, in the time that a row takes of which only columns are looked at. */
export function rowCost(predicate: Predicate): number {
  return 1 + costBeyond(predicate);
}

function costBeyond(predicate: Predicate): number {
  switch (predicate.kind) {
    case "all":
    case "any":
      return predicate.of.reduce((sum, part) => sum + costBeyond(part), 0);
    case "not":
    case "on-row":
      return costBeyond(predicate.of);
    case "terms":
      return predicate.shortcut !== null ? 0 : predicate.ids.length <= FEW_TERMS ? 0.5 : 5;
    default:
      return 0;
  }
}

/** True where no event can meet the predicate: a word that was asked for stands in no event. */
export function isImpossible(predicate: Predicate): boolean {
  switch (predicate.kind) {
    case "all":
      return predicate.of.some(isImpossible);
    case "any":
      return predicate.of.every(isImpossible);
    case "on-row":
      return isImpossible(predicate.of);
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
