import * as z from "zod";
import { isExpired } from "#lib/db/retention/kept-from.ts";
import { tablesOf } from "#lib/db/retention/locks.ts";
import { execute, type Queryable, rows, type Sql, sql } from "#lib/db/sql/raw.ts";
import { AFTER_ALL, BEFORE_ALL, monthBounds } from "#lib/db/write/partitions.ts";

/** Every month that has tables, oldest first. */
export async function listMonths(on: Queryable): Promise<string[]> {
  const found = await rows(
    on,
    z.object({ month: z.string() }),
    sql`select substring(c.relname from 7) as month from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = 'event'::regclass and c.relname ~ '^event_\\d{4}_\\d{2}$' order by 1`,
  );
  return [BEFORE_ALL, ...found.map(({ month }) => month), AFTER_ALL];
}

/** The condition that a time lies in this month. */
export function withinMonth(column: Sql, month: string): Sql {
  const { from, to } = monthBounds(month);
  const after = from === null ? "-infinity" : new Date(from).toISOString();
  const before = to === null ? "infinity" : new Date(to).toISOString();
  return sql`(${column} >= ${after}::timestamptz and ${column} < ${before}::timestamptz)`;
}

const Id = z.object({ id: z.string() });

/** Sources that have something in this month: blocks of their own, or copies of what others brought. */
async function sourcesWithin(on: Queryable, month: string): Promise<string[]> {
  const found = await rows(
    on,
    Id,
    sql`select distinct source_id::text as id from ${tablesOf(month).block} union
        select distinct source_id::text from event_copy where ${withinMonth(sql`event_time`, month)}`,
  );
  return found.map(({ id }) => id);
}

/** True where this source has something in this month. */
export async function hasAnything(on: Queryable, month: string, sourceId: string): Promise<boolean> {
  return (await sourcesWithin(on, month)).includes(sourceId);
}

const Keeper = z.object({ id: z.string(), keepDays: z.int().nullable() });

/**
 * Sources whose part of this month is to go: it is older than they keep, or they are being removed, or are no more.
 * `lock`: their settings stay as they are until the caller's transaction ends.
 */
export async function goneSources(
  on: Queryable,
  month: string,
  now: number,
  lock = sql``,
): Promise<string[]> {
  const keepers = await rows(
    on,
    Keeper,
    sql`select id, keep_days as "keepDays" from source where removing_at is null order by id ${lock}`,
  );
  const kept = new Set(
    keepers.filter(({ keepDays }) => !isExpired(month, keepDays, now)).map(({ id }) => id),
  );
  return (await sourcesWithin(on, month)).filter((id) => !kept.has(id)).sort();
}

/** How many copies speak for events of this month and are not those of `gone`. */
export async function countHoldingCopies(
  on: Queryable,
  month: string,
  gone: readonly string[],
): Promise<number> {
  const [row] = await rows(
    on,
    z.object({ count: z.coerce.number() }),
    sql`select count(*) as count from event_copy where ${withinMonth(sql`event_time`, month)}
          and source_id <> all(${[...gone]}::uuid[])`,
  );
  return row?.count ?? 0;
}

/**
 * True where one of these sources has a block in this month. Those that have copies only hold nothing any more once
 * they are gone: their copies are forgotten here.
 */
export async function haveBlocks(on: Queryable, month: string, gone: readonly string[]): Promise<boolean> {
  if (gone.length === 0) return false;
  const ids = [...gone];
  const some = await rows(
    on,
    z.object({}),
    sql`select 1 as one from ${tablesOf(month).block} where source_id = any(${ids}::uuid[]) limit 1`,
  );
  if (some.length > 0) return true;
  await execute(
    on,
    sql`delete from event_copy where ${withinMonth(sql`event_time`, month)} and source_id = any(${ids}::uuid[])`,
  );
  return false;
}
