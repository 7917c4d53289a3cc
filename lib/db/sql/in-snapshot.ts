import type pg from "pg";
import { inReadTransaction } from "#lib/db/sql/raw.ts";

/**
 * Runs read-only `work` of several statements that all see the same moment. Merge joins are left out: without
 * statistics on what an array holds the planner sorts millions of rows for a handful of matches.
 */
export function inSnapshot<T>(
  pool: pg.Pool,
  timeout: number,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  return inReadTransaction(pool, timeout, work, [
    "set transaction isolation level repeatable read",
    "set local enable_mergejoin = off",
  ]);
}
