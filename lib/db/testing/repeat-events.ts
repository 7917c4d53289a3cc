import type pg from "pg";
import { execute, sql } from "#lib/db/sql/raw.ts";

/**
 * Repeats the loaded events until there are `total`: each copy some seconds earlier, in the same month, with an id of
 * its own and the record of the first. For reading through more events than there is time to load. Nothing can be
 * searched for by its words afterwards: their index is by far the slowest to keep, and is dropped.
 */
export async function repeatEvents(pool: pg.Pool, total: number): Promise<void> {
  await execute(pool, sql`drop index if exists event_terms`);
  await execute(
    pool,
    sql`insert into event select e.event_time - copy * interval '1 second', gen_random_uuid(), e.account, e.region, e.name,
          e.service, e.actor, e.role, e.session, e.ip, e.agent, e.error, e.kind, e.flags, e.block, e.ordinal, e.resources, e.terms
        from event e, generate_series(1, 1 + ${total}::int / (select count(*)::int from event)) copy
        where date_trunc('month', e.event_time) = date_trunc('month', e.event_time - copy * interval '1 second')
        limit greatest(0, ${total}::int - (select count(*) from event))`,
  );
  await execute(pool, sql`analyze event`);
}
