import * as z from "zod";
import { assertNever } from "#lib/base/assert-never.ts";
import { cutText } from "#lib/base/cut-text.ts";
import { escapeLike } from "#lib/db/sql/like.ts";
import { type Queryable, rows, type Sql, sql } from "#lib/db/sql/raw.ts";
import { FIELDS_PATH, SHAPE_PATH } from "#lib/db/terms/shape-paths.ts";
import { hashRange } from "#lib/db/terms/term-hash.ts";
import { foldCase } from "#lib/search/fold-case.ts";
import type { Test } from "#lib/search/search.ts";
import { Failure } from "#lib/server/failure.ts";

/**
 * Where to look for a value: under these paths, or under any. The dictionary holds each distinct value once, so
 * that even "contains" reads few rows; what it finds becomes a set of ids.
 */
export type Place = { readonly paths: readonly number[] } | "anywhere";

const FOLDED = sql`coalesce(folded, value)`;
const Row = z.object({ id: z.int() });
/** In one row: as many rows would take ten times the memory. */
const IdsRow = z.object({ ids: z.array(z.int()) });
/** A letter stands in nearly every word, and some databases know tens of millions. */
const MOST_TERMS = 500_000;

/**
 * Ids of the dictionary's terms that stand in `place` and pass the test. Not for "exists": see findShapes. `most`: of
 * these to take at most.
 * @throws Failure("bad-query") where there are more: an answer that leaves some out would be wrong
 */
export async function findTerms(
  on: Queryable,
  place: Place,
  test: Exclude<Test, { kind: "exists" }>,
  most = MOST_TERMS,
): Promise<number[]> {
  if (place !== "anywhere" && place.paths.length === 0) return [];
  const where =
    place === "anywhere"
      ? sql`path_id not in (select id from path where name in (${SHAPE_PATH}, ${FIELDS_PATH}))`
      : sql`path_id = any(${[...place.paths]}::int[])`;
  const [found] = await rows(
    on,
    IdsRow,
    sql`select coalesce(array_agg(id), '{}') as ids
        from (select id from term where ${where} and ${valueTest(test)} limit ${most + 1}) found`,
  );
  const ids = found?.ids ?? [];
  if (ids.length > most) throw tooCommon(test, most);
  return ids;
}

function tooCommon(test: Exclude<Test, { kind: "exists" }>, most: number): Failure {
  const asked =
    test.kind === "wildcard" ? test.parts.join("*") : test.kind === "cidr" ? test.range : test.value;
  return new Failure(
    "bad-query",
    `“${cutText(asked, 60)}” stands in more than ${most.toLocaleString("en")} different values.`,
    {
      remedy: "Give more of the word, or name the field that it stands in.",
    },
  );
}

/**
 * Ids of the terms that are one of these values, without regard to case: any number of them in one statement. The index
 * of trigrams can compare whole values as well, which takes long: `is not false` keeps it out.
 */
export async function findWholeTerms(
  on: Queryable,
  paths: readonly number[],
  values: readonly string[],
): Promise<number[]> {
  if (paths.length === 0) return [];
  const asked = [...new Set(values.map(foldCase))].map((folded) => ({ folded, ...hashRange(folded) }));
  const found = await rows(
    on,
    Row,
    sql`select t.id from unnest(${asked.map(({ first }) => first)}::uuid[], ${asked.map(({ last }) => last)}::uuid[],
            ${asked.map(({ folded }) => folded)}::text[]) as asked (first, last, wanted)
          cross join lateral (
            select id from term where path_id = any(${[...paths]}::int[]) and hash between asked.first and asked.last
              and (${FOLDED} = asked.wanted) is not false offset 0
          ) t`,
  );
  return found.map((row) => row.id);
}

function valueTest(test: Exclude<Test, { kind: "exists" }>): Sql {
  switch (test.kind) {
    case "equals": {
      const folded = foldCase(test.value);
      const { first, last } = hashRange(folded);
      return sql`hash between ${first}::uuid and ${last}::uuid and ${FOLDED} = ${folded}`;
    }
    case "contains":
      return sql`${FOLDED} like ${`%${escapeLike(foldCase(test.value))}%`}`;
    case "wildcard":
      return sql`${FOLDED} like ${test.parts.map((part) => escapeLike(foldCase(part))).join("%")}`;
    case "cidr":
      return sql`ip <<= ${test.range}::inet`;
    default:
      return assertNever(test);
  }
}

/** Ids of the shapes (lists of paths of a record) that hold this path, or a path below it. */
export function findShapes(on: Queryable, path: string): Promise<number[]> {
  const line = escapeLike(foldCase(path));
  return findLists(on, SHAPE_PATH, [`%\n${line}\n%`, `%\n${line}.%`]);
}

/** Ids of the field lists that hold this field, named by its path in the dictionary. */
export function findFieldLists(on: Queryable, path: string): Promise<number[]> {
  return findLists(on, FIELDS_PATH, [`%\n${escapeLike(foldCase(path))}\n%`]);
}

async function findLists(on: Queryable, listPath: string, patterns: readonly string[]): Promise<number[]> {
  const found = await rows(
    on,
    Row,
    sql`select id from term where path_id = (select id from path where name = ${listPath})
        and E'\n' || ${FOLDED} || E'\n' like any(${[...patterns]}::text[])`,
  );
  return found.map((row) => row.id);
}
