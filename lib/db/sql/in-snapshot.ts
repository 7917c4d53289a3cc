import type pg from "pg";
import { inReadTransaction } from "#lib/db/sql/raw.ts";

/**
 * The words that make a transaction that has just begun a snapshot, with a hold on these tables. Retention puts what
 * stays of a month into a new table, and a snapshot from before would find that one empty: so whoever exchanges a month
 * is waited for, and then waits. Locking takes no snapshot: that begins with the first question after it.
 */
export function snapshotHolding(tables: readonly string[]): string[] {
  const held = tables.map((table) => `only ${table}`).join(", ");
  return [
    "set transaction isolation level repeatable read",
    ...(held === "" ? [] : [`lock table ${held} in access share mode`]),
  ];
}

/**
 * Runs read-only `work` of several statements that all see the same moment. Merge joins are left out: without
 * statistics on what an array holds the planner sorts millions of rows for a handful of matches.
 *
 * No month is exchanged meanwhile: that begins with the table above them, which is one to hold, known beforehand, and
 * held in any case by whoever reads events through it. The roll-up would not need it, as its rows are deleted and
 * inserted, which a snapshot sees through; but which search also reads events shows only when its words are looked up.
 */
export function inSnapshot<T>(
  pool: pg.Pool,
  timeout: number,
  work: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  return inReadTransaction(pool, timeout, work, [
    ...snapshotHolding(["event"]),
    "set local enable_mergejoin = off",
  ]);
}
