import type pg from "pg";
import { execute, sql } from "#lib/db/sql/raw.ts";
import { monthBounds } from "#lib/db/write/partitions.ts";

const HOUR = 3_600_000;

/**
 * Brings the roll-up of a month (as monthOf names it) in line with the events that are left of it, in the transaction
 * that removes the others. `counted`: the table that holds them, which may be one that is to take the month's place in
 * this very transaction; null: none is left. While all events are counted loaders may be at work.
 */
export async function rebuildActivity(
  client: pg.PoolClient,
  month: string,
  counted: string | null = "event",
): Promise<void> {
  const { from, to } = monthBounds(month);
  await execute(
    client,
    sql`select rebuild_activity_from(${counted}::regclass, ${from === null ? null : from / HOUR}::int, ${to === null ? null : to / HOUR}::int)`,
  );
}
