import type pg from "pg";
import * as z from "zod";
import type { Database } from "#lib/db/database.ts";
import { boundsOf } from "#lib/db/read/months.ts";
import { type EventColumn, isImpossible, type Predicate, rowTest, whereAll } from "#lib/db/read/predicate.ts";
import { resolveSearch } from "#lib/db/read/resolve-search.ts";
import { escapeLike } from "#lib/db/sql/like.ts";
import { inReadTransaction, rows, type Sql, sql, trustedText } from "#lib/db/sql/raw.ts";
import type { Search } from "#lib/search/search.ts";
import { isFailure } from "#lib/server/failure.ts";

/** A value of the dictionary. */
export type Candidate = { readonly id: number; readonly value: string; readonly path: string };

/** How many of the newest events of a range carry each term. */
export type Counted = {
  readonly counts: ReadonlyMap<number, number>;
  /** True where the newest are all there are: then what is not counted does not occur. */
  readonly isWhole: boolean;
};

export type CountedTerms = Counted & { readonly terms: readonly Candidate[] };

/** A column of the row is quick to count, its list of terms is not. */
const MOST_ROWS = { column: 20_000, terms: 4_000 } as const;
const TIME_LIMIT = 1_000;
const MOST_VALUES = 300;

const NOTHING: Counted = { counts: new Map(), isWhole: false };

const ColumnRow = z.object({ id: z.int(), value: z.string(), path: z.string(), count: z.coerce.number() });

/** The most frequent terms of a column that hold `typed` (in lower case). */
export function countColumn(
  db: Database,
  search: Search,
  column: EventColumn,
  typed: string,
): Promise<CountedTerms> {
  return unlessSlow<CountedTerms>(db, { ...NOTHING, terms: [] }, async (client) => {
    const newest = await newestRows(client, search, MOST_ROWS.column);
    if (newest === null) return { ...NOTHING, isWhole: true, terms: [] };
    const name = trustedText(column);
    const found = await rows(
      client,
      ColumnRow,
      sql`select t.id, t.value, p.name as path, s.count
          from (select e.${name} as id, count(*) as count from (${newest.rows}) e
                where ${rowTest(newest.predicate)} group by 1) s
          join term t on t.id = s.id join path p on p.id = t.path_id
          where coalesce(t.folded, t.value) like ${`%${escapeLike(typed)}%`}
          order by s.count desc, t.value limit ${MOST_VALUES}`,
    );
    const counts = new Map(found.map(({ id, count }) => [id, count]));
    return { counts, isWhole: await isWhole(client, search, MOST_ROWS.column), terms: found };
  });
}

/** How often each of these terms occurs. */
export function countTerms(db: Database, search: Search, ids: readonly number[]): Promise<Counted> {
  if (ids.length === 0) return Promise.resolve({ ...NOTHING, isWhole: true });
  return unlessSlow<Counted>(db, NOTHING, async (client) => {
    const newest = await newestRows(client, search, MOST_ROWS.terms);
    if (newest === null) return { ...NOTHING, isWhole: true };
    const found = await rows(
      client,
      z.object({ id: z.int(), count: z.coerce.number() }),
      sql`select x.id, count(*) as count from (${newest.rows}) e cross join lateral unnest(e.terms) x (id)
          where ${rowTest(newest.predicate)} and x.id = any(${[...ids]}::int[]) group by 1`,
    );
    const counts = new Map(found.map(({ id, count }) => [id, count]));
    return { counts, isWhole: await isWhole(client, search, MOST_ROWS.terms) };
  });
}

/** null where no event can be one of the search. */
async function newestRows(
  client: pg.PoolClient,
  { where, range }: Search,
  most: number,
): Promise<{ readonly rows: Sql; readonly predicate: Predicate } | null> {
  const predicate = await resolveSearch(client, where);
  if (isImpossible(predicate)) return null;
  const bounds = whereAll(boundsOf({ range, isWhole: false }));
  return {
    predicate,
    rows: sql`select * from event e ${bounds} order by e.event_time desc limit ${most}`,
  };
}

async function isWhole(client: pg.PoolClient, { range }: Search, most: number): Promise<boolean> {
  const bounds = whereAll(boundsOf({ range, isWhole: false }));
  const more = await rows(
    client,
    z.object({ one: z.int() }),
    sql`select 1 as one from event e ${bounds} limit 1 offset ${most}`,
  );
  return more.length === 0;
}

async function unlessSlow<T>(
  db: Database,
  otherwise: T,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  try {
    return await inReadTransaction(db.pool, TIME_LIMIT, work);
  } catch (error) {
    if (isFailure(error, "query-timeout")) return otherwise;
    throw error;
  }
}
