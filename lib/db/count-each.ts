import { mapParallel } from "#lib/base/map-parallel.ts";
import { type CountTimes, lookUp, scanEvents, unlessSlow } from "#lib/db/count-events.ts";
import type { Database } from "#lib/db/database.ts";
import type { Resolved } from "#lib/db/read/resolve-search.ts";
import { inSnapshot } from "#lib/db/sql/in-snapshot.ts";
import type { Search } from "#lib/search/search.ts";
import type { EventCount } from "#lib/search/summary.ts";

/** Milliseconds. */
const LOOK_UP_TIME = 800;
const TIMES: CountTimes = { exact: 400, atLeast: 200 };
const SCAN_TIME = TIMES.exact + TIMES.atLeast;
/** Of the pool's ten connections, which others wait for too. */
const AT_ONCE = 3;

/**
 * How many events each of a few searches finds, as far as that is known `until` then (by performance.now()): null
 * where it is not. Conditions that they share (the same objects) are looked up once.
 */
export async function countEach(
  db: Database,
  searches: readonly Search[],
  until: number,
): Promise<readonly (EventCount | null)[]> {
  const left = () => until - performance.now();
  const lookedUp = left() < LOOK_UP_TIME ? null : await unlessSlow(() => lookUpEach(db, searches));
  if (lookedUp === null) return searches.map(() => null);
  return mapParallel(lookedUp, AT_ONCE, async ({ search, predicate, counted }) => {
    if (counted !== null) return { count: counted, exact: true };
    return left() < SCAN_TIME ? null : scanEvents(db, predicate, search.range, TIMES);
  });
}

function lookUpEach(db: Database, searches: readonly Search[]) {
  return inSnapshot(db.pool, LOOK_UP_TIME, async (client) => {
    const known: Resolved = new Map();
    const found = [];
    // One after the other: they share one connection.
    for (const search of searches) found.push({ search, ...(await lookUp(client, search, known)) });
    return found;
  });
}
