import type pg from "pg";
import * as z from "zod";
import type { Database } from "#lib/db/database.ts";
import { indexTest, isImpossible, type Predicate, rowTest, whereAll } from "#lib/db/read/predicate.ts";
import { resolveSearch } from "#lib/db/read/resolve-search.ts";
import { within } from "#lib/db/read/time-order.ts";
import { inReadTransaction, rows, sql } from "#lib/db/sql/raw.ts";
import type { Search, TimeRange } from "#lib/search/search.ts";
import { isFailure } from "#lib/server/failure.ts";

/** `exact` false: there are at least so many. */
export type EventCount = { readonly count: number; readonly exact: boolean };

/** Milliseconds that an exact count may take before "at least" has to do. */
const EXACT_TIME = 1_500;
const AT_LEAST_TIME = 3_000;
const AT_LEAST = 10_000;

/** How many events a search finds: exactly where that is quick, otherwise "at least" so many. */
export async function countEvents(db: Database, search: Search): Promise<EventCount> {
  const predicate = await inReadTransaction(db.pool, 10_000, (client) => resolveSearch(client, search.where));
  if (isImpossible(predicate)) return { count: 0, exact: true };
  const exact = await unlessSlow(() =>
    inReadTransaction(db.pool, EXACT_TIME, (client) => countUpTo(client, predicate, search.range, null)),
  );
  if (exact !== null) return { count: exact, exact: true };
  const some = await unlessSlow(() =>
    inReadTransaction(db.pool, AT_LEAST_TIME, (client) =>
      countUpTo(client, predicate, search.range, AT_LEAST),
    ),
  );
  return { count: some ?? 0, exact: some !== null && some < AT_LEAST };
}

async function countUpTo(
  client: pg.PoolClient,
  predicate: Predicate,
  range: TimeRange,
  limit: number | null,
): Promise<number> {
  // The index of terms helps a whole count, whereas "at least" is found sooner by reading on.
  const indexed = limit === null ? indexTest(predicate) : null;
  const where = whereAll([...within(range), indexed, rowTest(predicate)]);
  const [row] = await rows(
    client,
    z.object({ count: z.coerce.number() }),
    limit === null
      ? sql`select count(*) as count from event e ${where}`
      : sql`select count(*) as count from (select 1 from event e ${where} limit ${limit}) some`,
  );
  return row?.count ?? 0;
}

async function unlessSlow<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (isFailure(error, "query-too-slow")) return null;
    throw error;
  }
}
