import type pg from "pg";
import * as z from "zod";
import { cutRange } from "#lib/db/activity/cut-range.ts";
import { resolveLines } from "#lib/db/activity/resolve-lines.ts";
import { rollUpAskOf } from "#lib/db/activity/roll-up-ask.ts";
import { windowHits } from "#lib/db/activity/scan-matches.ts";
import { countActivity } from "#lib/db/activity/sum-activity.ts";
import type { Database } from "#lib/db/database.ts";
import { likelyWay } from "#lib/db/read/index-ways.ts";
import { boundsOf, type Stretch, stretchesOf } from "#lib/db/read/months.ts";
import { isImpossible, type Predicate, rowTest, whereAll } from "#lib/db/read/predicate.ts";
import { type Resolved, resolveSearch } from "#lib/db/read/resolve-search.ts";
import { inSnapshot } from "#lib/db/sql/in-snapshot.ts";
import { inReadTransaction, rows, sql, withoutTableScans } from "#lib/db/sql/raw.ts";
import type { Search, TimeRange } from "#lib/search/search.ts";
import type { EventCount } from "#lib/search/summary.ts";
import { isFailure } from "#lib/server/failure.ts";

/** Milliseconds that an exact count may take before "at least" has to do, and how long that may take. */
export type CountTimes = { readonly exact: number; readonly atLeast: number };

const TIMES: CountTimes = { exact: 1_500, atLeast: 3_000 };
const AT_LEAST = 10_000;

/** How many events a search finds: exactly where that is quick, otherwise "at least" so many. */
export async function countEvents(db: Database, search: Search): Promise<EventCount> {
  const looked = await inSnapshot(db.pool, 10_000, (client) => lookUp(client, search, new Map()));
  if (looked.counted !== null) return { count: looked.counted, exact: true };
  return (await scanEvents(db, looked.predicate, search.range, TIMES)) ?? { count: 0, exact: false };
}

export type LookedUp = { readonly predicate: Predicate; readonly counted: number | null };

/** What the dictionary and the roll-up tell of a search: its number, or null where events must be read for it. */
export async function lookUp(client: pg.PoolClient, search: Search, known: Resolved): Promise<LookedUp> {
  const predicate = await resolveSearch(client, search.where, known);
  const isNone = isImpossible(predicate);
  return { predicate, counted: isNone ? 0 : await countByRollUp(client, search, predicate, known) };
}

/** Reads the events for it. Null where not even "at least" is known in time. */
export async function scanEvents(
  db: Database,
  predicate: Predicate,
  range: TimeRange,
  times: CountTimes,
): Promise<EventCount | null> {
  const exact = await unlessSlow(() =>
    inReadTransaction(db.pool, times.exact, (client) => countUpTo(client, predicate, range, null)),
  );
  if (exact !== null) return { count: exact, exact: true };
  const some = await unlessSlow(() =>
    inReadTransaction(db.pool, times.atLeast, (client) => countUpTo(client, predicate, range, AT_LEAST)),
  );
  return some === null ? null : { count: some, exact: some < AT_LEAST };
}

const CountRow = z.object({ count: z.coerce.number() });

/** What the roll-up says, and at the edges of the range the events; null where it cannot tell. */
async function countByRollUp(
  client: pg.PoolClient,
  { where, range }: Search,
  predicate: Predicate,
  known: Resolved,
): Promise<number | null> {
  const ask = rollUpAskOf(where);
  const lines = ask === null ? null : await resolveLines(client, ask, known);
  if (ask === null || lines === null) return null;
  const cut = cutRange(range);
  let count = await countActivity(client, cut, lines, ask.flags);
  for (const edge of cut.edges) {
    const hits = windowHits(predicate, edge);
    const [row] = await rows(client, CountRow, sql`select count(*) as count from (${hits}) edge`);
    count += row?.count ?? 0;
  }
  return count;
}

/** Adds up the partitions, newest first, until there are `limit`. */
async function countUpTo(
  client: pg.PoolClient,
  predicate: Predicate,
  range: TimeRange,
  limit: number | null,
): Promise<number> {
  let count = 0;
  for (const stretch of await stretchesOf(client, range, "newest-first")) {
    if (limit !== null && count >= limit) return count;
    count += await countStretch(client, predicate, stretch, limit === null ? null : limit - count);
  }
  return count;
}

async function countStretch(
  client: pg.PoolClient,
  predicate: Predicate,
  stretch: Stretch,
  limit: number | null,
): Promise<number> {
  // The index of terms helps a whole count, whereas "at least" is found sooner by reading on.
  const found = limit === null ? await likelyWay(client, predicate, stretch.table) : null;
  const tests = found === null ? [rowTest(predicate)] : [found.indexed, ...found.rest];
  const where = whereAll([...boundsOf(stretch), ...tests]);
  const counted =
    limit === null
      ? sql`select count(*) as count from ${stretch.table} e ${where}`
      : sql`select count(*) as count from (select 1 from ${stretch.table} e ${where} limit ${limit}) hit`;
  const count = () => rows(client, CountRow, counted);
  const [row] = await (found === null ? count() : withoutTableScans(client, count));
  return row?.count ?? 0;
}

/** Null where it takes too long. */
export async function unlessSlow<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (isFailure(error, "query-timeout")) return null;
    throw error;
  }
}
