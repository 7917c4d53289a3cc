import { Pool } from "pg";
import * as z from "zod";
import { foldActivity } from "#lib/db/activity/fold-activity.ts";
import { execute, rows, type Sql, sql, trustedText } from "#lib/db/sql/raw.ts";
import { ensurePartitions, monthOf } from "#lib/db/write/partitions.ts";

/** Ids of a copy's blocks begin behind those of the one before. */
const BLOCKS_A_COPY = 1_000_000_000;
const DAY = 86_400;

/**
 * Repeats a loaded trail `times` times, each copy `days` days before the last, with ids of its own, its blocks and
 * its roll-up: for reading from more events than there is time to load. Sessions and resources are the same in every
 * copy, so the busiest of them are as many times busier than in a trail of that length.
 */
export async function repeatTrail(url: string, times: number, days: number): Promise<void> {
  const pool = new Pool({ connectionString: url, options: "-c TimeZone=UTC" });
  try {
    await makeRoom(pool, times, days);
    // Made anew afterwards, which takes half the time of keeping them.
    await execute(pool, sql`drop index event_terms`);
    await execute(pool, sql`drop index event_by_time`);
    const original = await boundsOf(pool);
    for (let copy = 1; copy < times; copy++) await addCopy(pool, original, copy, copy * days * DAY);
    await execute(pool, sql`create index event_by_time on event (event_time, event_id, account)`);
    await execute(pool, sql`create index event_terms on event using gin (terms)`);
    await foldActivity(pool);
    await execute(pool, sql`analyze`);
  } finally {
    await pool.end();
  }
}

type Bounds = { readonly first: string; readonly last: string };

async function boundsOf(pool: Pool): Promise<Bounds> {
  const [bounds] = await rows(
    pool,
    z.object({ first: z.string(), last: z.string() }),
    sql`select min(event_time)::text as first, max(event_time)::text as last from event`,
  );
  if (bounds === undefined) throw new Error("There is nothing to repeat.");
  return bounds;
}

async function makeRoom(pool: Pool, times: number, days: number): Promise<void> {
  const { first, last } = await boundsOf(pool);
  const months = new Set<string>();
  for (
    let time = Date.parse(first) / 1000 - times * days * DAY;
    time < Date.parse(last) / 1000;
    time += DAY
  ) {
    months.add(monthOf(time));
  }
  await ensurePartitions(pool, months);
}

async function addCopy(pool: Pool, { first, last }: Bounds, copy: number, shift: number): Promise<void> {
  const earlier = sql`make_interval(secs => ${shift}::float8)`;
  const block = copy * BLOCKS_A_COPY;
  const ofOriginal = (time: string): Sql =>
    sql`${trustedText(time)} between ${first}::timestamptz and ${last}::timestamptz`;
  await execute(
    pool,
    sql`insert into raw_block select id + ${block}::bigint, block_time - ${earlier}, source_id, key, positions, data
        from raw_block where id < ${BLOCKS_A_COPY}::bigint`,
  );
  await execute(
    pool,
    sql`insert into event select event_time - ${earlier}, gen_random_uuid(), account, region, name, service, actor, role, session,
          ip, agent, error, kind, flags, block + ${block}::bigint, ordinal, resources, terms
        from event where ${ofOriginal("event_time")} and block < ${BLOCKS_A_COPY}::bigint`,
  );
  await execute(
    pool,
    sql`insert into activity_delta select field, start - ${shift / 3600}::int, term, write_success, read_success, write_denied,
          read_denied, write_failed, read_failed
        from activity where grain = 0 and start >= floor(extract(epoch from ${first}::timestamptz) / 3600)`,
  );
}
