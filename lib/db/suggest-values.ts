import * as z from "zod";
import type { Database } from "#lib/db/database.ts";
import { type Candidate, type Counted, countColumn, countTerms } from "#lib/db/read/count-newest.ts";
import { FIELD_TERMS } from "#lib/db/read/field-terms.ts";
import { findPathsAt } from "#lib/db/read/find-paths-at.ts";
import { escapeLike } from "#lib/db/sql/like.ts";
import { inReadTransaction, type Queryable, rows, type Sql, sql } from "#lib/db/sql/raw.ts";
import type { FieldId } from "#lib/event/fields.ts";
import { foldCase } from "#lib/search/fold-case.ts";
import type { Search } from "#lib/search/search.ts";
import { MOST_SUGGESTIONS, type SuggestAnswer, type SuggestedValue } from "#lib/search/suggest-answer.ts";
import { isFailure } from "#lib/server/failure.ts";

export type SuggestQuestion = {
  /** What the values are counted among. */
  readonly search: Search;
  /** Whose values; null for those of the fields that people name things by. */
  readonly of: { readonly field: FieldId } | { readonly path: string } | null;
  /** What was typed of the value; may be empty for a field or a path. */
  readonly typed: string;
};

/** The fields whose values are offered for a word without a field. */
const NAMING: readonly FieldId[] = [
  "event",
  "service",
  "actor",
  "user",
  "role",
  "session",
  "key",
  "ip",
  "account",
  "region",
  "resource",
  "resourceType",
  "error",
];

/** Milliseconds for one look into the dictionary, on a machine that is busy: mostly it takes some tens. */
const LOOK_UP_TIME = 1_000;
/** So many values of the dictionary are looked at, at most. */
const MOST_CANDIDATES = 300;
const MOST_PATHS = 6;
/** Bytes; a longer value is no use in a list, nor in a query of one line. */
const LONGEST_VALUE = 1_000;
/** The trigram index needs three characters; with fewer, only beginnings are looked for. */
const ENOUGH_FOR_PARTS = 3;

/**
 * Values of the index that `typed` is a part of, with how often they occur among the newest events of the search: a
 * bounded look at both, since it is asked at every pause in typing. Without an answer in time: without values.
 */
export async function suggestValues(db: Database, question: SuggestQuestion): Promise<SuggestAnswer> {
  const { of, search, typed } = question;
  const column = of !== null && "field" in of ? FIELD_TERMS[of.field].shortcut : null;
  if (column !== null && column !== "flags") {
    const [candidates, counted] = await Promise.all([
      typed === "" ? [] : inTime(() => findCandidates(db, question), []),
      countColumn(db, search, column, foldCase(typed)),
    ]);
    return answer(question, [...counted.terms, ...candidates], counted, []);
  }
  const [candidates, paths] = await Promise.all([
    inTime(() => findCandidates(db, question), []),
    of === null ? inTime(() => findPaths(db, typed), []) : [],
  ]);
  const counted = await countTerms(
    db,
    search,
    candidates.map(({ id }) => id),
  );
  return answer(question, candidates, counted, paths);
}

async function inTime<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isFailure(error, "query-timeout")) return otherwise;
    throw error;
  }
}

const CandidateRow = z.object({ id: z.int(), value: z.string(), path: z.string() });

function findCandidates(db: Database, { of, typed }: SuggestQuestion): Promise<readonly Candidate[]> {
  const names = (of === null ? NAMING : "field" in of ? [of.field] : []).map((id) => FIELD_TERMS[id].path);
  return inReadTransaction(db.pool, LOOK_UP_TIME, async (client) => {
    const ids = of !== null && "path" in of ? await pathIdsAt(client, of.path) : null;
    const place = ids === null ? sql`name = any(${names}::text[])` : sql`p.id = any(${ids}::int[])`;
    return rows(
      client,
      CandidateRow,
      sql`select t.id, t.value, p.name as path from path p
          cross join lateral (
            select id, value from term
            where path_id = p.id and octet_length(value) <= ${LONGEST_VALUE} ${matching(typed)} limit ${MOST_CANDIDATES}
          ) t where ${place} limit ${MOST_CANDIDATES * 2}`,
    );
  });
}

async function pathIdsAt(client: Queryable, path: string): Promise<number[]> {
  return (await findPathsAt(client, path)).filter(({ isBelow }) => !isBelow).map(({ id }) => id);
}

function matching(typed: string): Sql {
  const text = escapeLike(foldCase(typed));
  if (text === "") return sql``;
  const pattern = typed.length < ENOUGH_FOR_PARTS ? `${text}%` : `%${text}%`;
  return sql`and coalesce(folded, value) like ${pattern}`;
}

async function findPaths(db: Database, typed: string): Promise<readonly string[]> {
  if (typed.length < ENOUGH_FOR_PARTS) return [];
  const text = escapeLike(foldCase(typed));
  const found = await inReadTransaction(db.pool, LOOK_UP_TIME, (client) =>
    rows(
      client,
      z.object({ name: z.string() }),
      sql`select name from path where left(name, 1) <> '@' and lower(name) like ${`%${text}%`}
          order by lower(name) not like ${`${text}%`}, length(name), name limit ${MOST_PATHS}`,
    ),
  );
  return found.map(({ name }) => name);
}

function answer(
  { of, typed }: SuggestQuestion,
  candidates: readonly Candidate[],
  { counts, isWhole }: Counted,
  paths: readonly string[],
): SuggestAnswer {
  const wanted = foldCase(typed);
  const byValue = new Map<string, SuggestedValue & { readonly rank: number }>();
  for (const { id, value, path } of candidates) {
    // An input of one line would lose the line's end, and with it the value.
    if (/[\r\n\u2028\u2029]/.test(value) || value.length > LONGEST_VALUE) continue;
    const name = of === null ? nameOf(path) : "field" in of ? of.field : of.path;
    const count = counts.get(id) ?? (isWhole ? 0 : null);
    const key = `${name} ${foldCase(value)}`;
    const before = byValue.get(key);
    const rank = foldCase(value).startsWith(wanted) ? 0 : 1;
    if (before === undefined || (count ?? 0) > (before.count ?? 0))
      byValue.set(key, { name, value, count, rank });
  }
  const values = [...byValue.values()]
    .toSorted(
      (a, b) => order(a) - order(b) || (b.count ?? 0) - (a.count ?? 0) || a.value.length - b.value.length,
    )
    .slice(0, MOST_SUGGESTIONS)
    .map(({ name, value, count }) => ({ name, value, count }));
  return { values, paths, exact: isWhole };
}

/** What occurs comes before what does not; then what begins with what was typed. */
function order({ count, rank }: SuggestedValue & { readonly rank: number }): number {
  return (count === null || count === 0 ? 2 : 0) + rank;
}

const NAME_OF_PATH = new Map<string, FieldId>(NAMING.map((id) => [FIELD_TERMS[id].path, id]));

function nameOf(path: string): string {
  return NAME_OF_PATH.get(path) ?? path;
}
