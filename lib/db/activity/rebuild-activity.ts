import type pg from "pg";
import { execute, sql } from "#lib/db/sql/raw.ts";
import { monthBounds } from "#lib/db/write/partitions.ts";

const HOUR = 3_600_000;

/**
 * Brings the roll-up of a month (as monthOf names it) in line with the events that are left of it: to be called after
 * deleting events or dropping the month, in the same transaction. Loaders may be at work on it meanwhile.
 */
export async function rebuildActivity(client: pg.PoolClient, month: string): Promise<void> {
  const { from, to } = monthBounds(month);
  await execute(
    client,
    sql`select rebuild_activity(${from === null ? null : from / HOUR}::int, ${to === null ? null : to / HOUR}::int)`,
  );
}
