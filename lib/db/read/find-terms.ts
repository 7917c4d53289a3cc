import * as z from "zod";
import { assertNever } from "#lib/base/assert-never.ts";
import { SHAPE_PATH } from "#lib/db/read/field-terms.ts";
import { escapeLike } from "#lib/db/sql/like.ts";
import { type Queryable, rows, type Sql, sql } from "#lib/db/sql/raw.ts";
import { foldCase } from "#lib/search/fold-case.ts";
import type { Test } from "#lib/search/search.ts";

/**
 * Where to look for a value: under these paths, or under any. The dictionary holds each distinct value once, so
 * that even "contains" reads few rows; what it finds becomes a set of ids.
 */
export type Place = { readonly paths: readonly number[] } | "anywhere";

const FOLDED = sql`coalesce(folded, value)`;
const Row = z.object({ id: z.int() });

/** Ids of the dictionary's terms that stand in `place` and pass the test. Not for "exists": see findShapes. */
export async function findTerms(
  on: Queryable,
  place: Place,
  test: Exclude<Test, { kind: "exists" }>,
): Promise<number[]> {
  if (place !== "anywhere" && place.paths.length === 0) return [];
  const where =
    place === "anywhere"
      ? sql`path_id <> (select id from path where name = ${SHAPE_PATH})`
      : sql`path_id = any(${[...place.paths]}::int[])`;
  const found = await rows(on, Row, sql`select id from term where ${where} and ${valueTest(test)}`);
  return found.map((row) => row.id);
}

function valueTest(test: Exclude<Test, { kind: "exists" }>): Sql {
  switch (test.kind) {
    case "equals": {
      const folded = foldCase(test.value);
      // The index holds the first 200 characters: an entry has a size limit, a value has not.
      return sql`left(${FOLDED}, 200) = left(${folded}, 200) and ${FOLDED} = ${folded}`;
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

/** Ids of the shapes (lists of paths of a record) that hold one of these paths, or a path below it. */
export async function findShapes(on: Queryable, paths: readonly string[]): Promise<number[]> {
  const lines = paths.map((path) => escapeLike(foldCase(path)));
  const patterns = lines.flatMap((line) => [`%\n${line}\n%`, `%\n${line}.%`]);
  const found = await rows(
    on,
    Row,
    sql`select id from term where path_id = (select id from path where name = ${SHAPE_PATH})
        and E'\n' || ${FOLDED} || E'\n' like any(${patterns}::text[])`,
  );
  return found.map((row) => row.id);
}
