import type pg from "pg";
import * as z from "zod";
import { execute, rows, sql } from "#lib/db/sql/raw.ts";

/** An event that was there already: its identity, its time in seconds since 1970 UTC, and the block that holds it. */
export type TakenEvent = {
  readonly uuid: string;
  readonly time: number;
  readonly account: number;
  readonly block: bigint;
};

/** A block's time lies in the month of its events, not at the same moment. */
const MONTH = 31 * 86_400;

/**
 * Notes that this source, too, delivered events that another had brought before: they stay as long as one of the two
 * keeps them. What the source itself had brought before needs no note.
 */
export async function noteCopies(
  client: pg.PoolClient,
  sourceId: string,
  taken: readonly TakenEvent[],
): Promise<void> {
  if (taken.length === 0) return;
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { time } of taken) {
    first = Math.min(first, time);
    last = Math.max(last, time);
  }
  const blocks = [...new Set(taken.map(({ block }) => block.toString()))];
  const others = await rows(
    client,
    z.object({ id: z.coerce.bigint() }),
    sql`select id from raw_block where id = any(${blocks}::bigint[]) and source_id <> ${sourceId}::uuid
          and block_time between to_timestamp(${first - MONTH}) and to_timestamp(${last + MONTH})`,
  );
  if (others.length === 0) return;
  const foreign = new Set(others.map(({ id }) => id));
  const copies = taken.filter(({ block }) => foreign.has(block));
  await execute(
    client,
    sql`insert into event_copy (event_time, event_id, account, source_id)
        select to_timestamp(time), id, account, ${sourceId}::uuid
        from unnest(${copies.map(({ time }) => time)}::bigint[], ${copies.map(({ uuid }) => uuid)}::uuid[],
          ${copies.map(({ account }) => account)}::int[]) as copy (time, id, account)
        order by time, id, account on conflict do nothing`,
  );
}
