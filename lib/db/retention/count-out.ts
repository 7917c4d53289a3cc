import type pg from "pg";
import * as z from "zod";
import { tablesOf } from "#lib/db/retention/locks.ts";
import { withinMonth } from "#lib/db/retention/month-facts.ts";
import { execute, rows, sql } from "#lib/db/sql/raw.ts";

/**
 * Takes a month of these sources out of every count, in the caller's transaction, while the month's tables are still
 * there: coverage, ledger and refused records. Gives how many events they had. Events that stay because another
 * source delivered them too are that source's from here on.
 */
export async function countOut(
  client: pg.PoolClient,
  month: string,
  gone: readonly string[],
  hasTables: boolean,
): Promise<number> {
  const { event, block } = tablesOf(month);
  const ids = [...gone];
  const of = sql`from ${event} e join ${block} b on b.id = e.block and b.source_id = any(${ids}::uuid[])`;
  await execute(
    client,
    sql`with gone as (select b.source_id, ${CELL}, count(*) as events ${of} ${PLACES} group by 1, 2, 3, 4)
        update coverage c set events = greatest(0, c.events - g.events), removed = c.removed + g.events from gone g
        where c.source_id = g.source_id and c.account = g.account and c.region = g.region and c.day = g.day`,
  );
  if (hasTables) await countIn(client, month, ids);
  await execute(
    client,
    sql`with gone as (select b.source_id, b.key, count(*)::int as events ${of} group by 1, 2)
        update log_object o set events = greatest(0, o.events - g.events), removed = o.removed + g.events from gone g
        where o.source_id = g.source_id and o.key = g.key`,
  );
  await execute(
    client,
    sql`with gone as (delete from refused_record where source_id = any(${ids}::uuid[])
            and ${withinMonth(sql`block_time`, month)} returning source_id, key),
          sums as (select source_id, key, count(*)::int as records from gone group by 1, 2)
        update log_object o set refused = greatest(0, o.refused - s.records), removed = o.removed + s.records from sums s
        where o.source_id = s.source_id and o.key = s.key`,
  );
  const [sum] = await rows(
    client,
    z.object({ events: z.coerce.number() }),
    sql`select count(*) as events ${of}`,
  );
  await execute(
    client,
    sql`delete from event_copy where ${withinMonth(sql`event_time`, month)} and source_id = any(${ids}::uuid[])`,
  );
  return sum?.events ?? 0;
}

/** Events that stay count as those of the source that holds them now. */
async function countIn(client: pg.PoolClient, month: string, gone: readonly string[]): Promise<void> {
  const { block, keptEvent, keptBlock } = tablesOf(month);
  await execute(
    client,
    sql`insert into coverage (source_id, account, region, day, objects, events)
        select b.source_id, ${CELL}, 0, count(*) from ${block} old
        join ${keptBlock} b on b.id = old.id join ${keptEvent} e on e.block = b.id ${PLACES}
        where old.source_id = any(${[...gone]}::uuid[]) group by 1, 2, 3, 4
        on conflict (source_id, account, region, day) do update set events = coverage.events + excluded.events`,
  );
}

const PLACES = sql`left join log_object o on o.source_id = b.source_id and o.key = b.key
  left join term own_account on own_account.id = e.account left join term own_region on own_region.id = e.region`;

/**
 * The cell of the coverage in which an event was counted: that of its object, or its own where the object is not
 * known.
 */
const CELL = sql`
  case when o.key is null then coalesce(own_account.value, '') else coalesce(o.account, '') end as account,
  case when o.key is null then coalesce(own_region.value, '') else coalesce(o.region, '') end as region,
  coalesce(o.log_date, (e.event_time at time zone 'UTC')::date) as day`;
