import type pg from "pg";
import * as z from "zod";
import { overlap, type Predicate, rowTest } from "#lib/db/read/predicate.ts";
import { join, rows, type Sql, sql } from "#lib/db/sql/raw.ts";

/**
 * A way to have the index of terms answer a predicate. There may be several: of two conditions that both must hold
 * either may be asked, and the other tested on the rows that come. PostgreSQL would choose without knowing how rare
 * they are.
 */
export type IndexWay = {
  readonly indexed: Sql;
  /** The same as `indexed`, for a row that is read anyway. */
  readonly onRow: Sql;
  /** What must still be tested on the rows, out of reach of an index. */
  readonly rest: readonly Sql[];
};

/** More words than this, and asking the index for each costs more than reading rows and looking. */
const MOST_INDEXED_TERMS = 20_000;
/**
 * The index compares each event that it finds for one of several words with all the others: the time grows by the
 * square. So many at a time are asked for, and what they find is put together.
 */
const ASKED_AT_ONCE = 50;

/** None where the index cannot answer: a negation, too many words, no condition at all. */
export function indexWays(predicate: Predicate): readonly IndexWay[] {
  switch (predicate.kind) {
    case "all":
      return waysOfAll(predicate.of);
    case "any":
      return wayOfAny(predicate, predicate.of);
    case "terms": {
      if (predicate.ids.length > MOST_INDEXED_TERMS) return [];
      return [{ indexed: inParts(predicate.ids), onRow: rowTest(predicate), rest: [] }];
    }
    case "events":
      return [{ indexed: rowTest(predicate), onRow: rowTest(predicate), rest: [] }];
    default:
      return [];
  }
}

/** What one look into the index can answer goes together; everything else is a way of its own. */
function waysOfAll(parts: readonly Predicate[]): IndexWay[] {
  const together = parts.filter(isOneLook);
  const others = parts.filter((part) => !isOneLook(part));
  const first: IndexWay = {
    indexed: and(together.map(({ ids }) => overlap(ids))),
    onRow: and(together.map(rowTest)),
    rest: others.map(onlyOnRow),
  };
  const more = others.flatMap((part) =>
    indexWays(part).map((way): IndexWay => {
      const besides = parts.filter((one) => one !== part);
      return { ...way, rest: [...way.rest, ...besides.map(onlyOnRow)] };
    }),
  );
  return together.length === 0 ? more : [first, ...more];
}

/** By the first way of each: to try them all would be too many. */
function wayOfAny(whole: Predicate, parts: readonly Predicate[]): IndexWay[] {
  const ways = parts.flatMap((part) => indexWays(part).slice(0, 1));
  if (ways.length < parts.length || ways.length === 0) return [];
  const isExact = ways.every(({ rest }) => rest.length === 0);
  return [
    {
      indexed: or(ways.map(({ indexed }) => indexed)),
      onRow: or(ways.map(({ onRow }) => onRow)),
      rest: isExact ? [] : [onlyOnRow(whole)],
    },
  ];
}

function isOneLook(predicate: Predicate): predicate is Extract<Predicate, { kind: "terms" }> {
  return predicate.kind === "terms" && predicate.ids.length <= ASKED_AT_ONCE;
}

function onlyOnRow(predicate: Predicate): Sql {
  return sql`(${rowTest(predicate)}) is not false`;
}

function inParts(ids: readonly number[]): Sql {
  const parts: Sql[] = [];
  for (let at = 0; at < ids.length; at += ASKED_AT_ONCE)
    parts.push(overlap(ids.slice(at, at + ASKED_AT_ONCE)));
  return or(parts);
}

function and(tests: readonly Sql[]): Sql {
  return tests.length === 0 ? sql`true` : sql`(${join(tests, " and ")})`;
}

function or(tests: readonly Sql[]): Sql {
  return tests.length === 0 ? sql`false` : sql`(${join(tests, " or ")})`;
}

const Counts = z.object({ counts: z.array(z.coerce.number()) });

/** The way that brings the fewest of a sample of rows, and how many; null where there is none. */
export async function rarestWay(
  client: pg.PoolClient,
  ways: readonly IndexWay[],
  sample: Sql,
): Promise<{ readonly way: IndexWay; readonly hits: number } | null> {
  const [first] = ways;
  if (first === undefined) return null;
  const counted = ways.map(({ onRow }) => sql`count(*) filter (where ${onRow})`);
  const [row] = await rows(
    client,
    Counts,
    sql`select array[${join(counted, ", ")}]::int[] as counts from (${sample}) e`,
  );
  const counts = row?.counts ?? [];
  const least = Math.min(...counts);
  return { way: ways[counts.indexOf(least)] ?? first, hits: least };
}

/** Rows that a sample is made of. */
const SAMPLED = 1_000;

/** The way that is likely to bring the fewest rows of a table; null where there is none. */
export async function likelyWay(
  client: pg.PoolClient,
  predicate: Predicate,
  table: Sql,
): Promise<IndexWay | null> {
  const ways = indexWays(predicate);
  if (ways.length < 2) return ways[0] ?? null;
  const sample = sql`select * from ${table} e order by e.event_time desc limit ${SAMPLED}`;
  return (await rarestWay(client, ways, sample))?.way ?? null;
}
