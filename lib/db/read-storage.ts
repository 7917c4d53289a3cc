import { access, statfs } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { isoDay } from "#lib/base/iso-time.ts";
import type { Database } from "#lib/db/database.ts";
import { PASSWORD_FILE } from "#lib/db/embedded/password-file.ts";
import { inReadTransaction, type Queryable, rows, sql } from "#lib/db/sql/raw.ts";

/** What the database takes on its disk, how it grows, and until when there is room. Sizes in bytes. */
export type Storage = {
  readonly total: number;
  /** Where that goes; together they are the total. */
  readonly parts: {
    /** Event rows. */
    readonly events: number;
    /** The indexes by which events are found. */
    readonly index: number;
    /** Records as they were delivered, compressed. */
    readonly raw: number;
    /** Every distinct value once, with its indexes. */
    readonly dictionary: number;
    /** Ledger, coverage, jobs, and PostgreSQL's own. */
    readonly other: number;
  };
  readonly eventCount: number;
  /** Of events, index, raw records and dictionary together; null where there is no event. */
  readonly bytesPerEvent: number | null;
  /** Bytes a day, as events of the last 30 days of delivery have come; null where none came. */
  readonly growthPerDay: number | null;
  /** Free bytes of the disk; null where the database is not this Waymark's own. */
  readonly free: number | null;
  /** Milliseconds since 1970 UTC when that is used up at this pace; null where nobody can tell. */
  readonly fullAt: number | null;
};

const TIME_LIMIT = 5_000;
const DAY = 86_400_000;
/** Long enough to even out weekends, short enough to be today's pace. */
const PACE_DAYS = 30;
/** Further ahead a straight line says nothing. */
const FURTHEST_DAYS = 3_650;

const Sizes = z.object({
  total: z.coerce.number(),
  events: z.coerce.number(),
  index: z.coerce.number(),
  raw: z.coerce.number(),
  dictionary: z.coerce.number(),
  count: z.coerce.number(),
  delivered: z.coerce.number(),
  days: z.coerce.number(),
});

/** `now`: milliseconds since 1970 UTC. */
export async function readStorage(db: Database, now: number): Promise<Storage> {
  const [sizes, free] = await Promise.all([
    inReadTransaction(db.pool, TIME_LIMIT, (client) => readSizes(client, now)),
    readFree(db.pool),
  ]);
  const { total, events, index, raw, dictionary, count, delivered, days } = sizes;
  const bytesPerEvent = count === 0 ? null : (events + index + raw + dictionary) / count;
  const growthPerDay = bytesPerEvent === null || days === 0 ? null : (delivered / days) * bytesPerEvent;
  const daysLeft = free === null || !growthPerDay ? null : free / growthPerDay;
  return {
    total,
    parts: {
      events,
      index,
      raw,
      dictionary,
      other: Math.max(0, total - events - index - raw - dictionary),
    },
    eventCount: count,
    bytesPerEvent,
    growthPerDay,
    free,
    fullAt: daysLeft === null || daysLeft > FURTHEST_DAYS ? null : now + daysLeft * DAY,
  };
}

async function readSizes(on: Queryable, now: number): Promise<z.infer<typeof Sizes>> {
  const today = isoDay(now);
  const [row] = await rows(
    on,
    Sizes,
    sql`with part as (
          select i.inhparent::regclass::text as of, sum(pg_table_size(i.inhrelid)) as "table", sum(pg_indexes_size(i.inhrelid)) as index
          from pg_inherits i where i.inhparent in ('event'::regclass, 'raw_block'::regclass) group by 1)
        select pg_database_size(current_database()) as total,
          coalesce((select "table" from part where of = 'event'), 0) as events,
          coalesce((select index from part where of = 'event'), 0) as index,
          coalesce((select "table" + index from part where of = 'raw_block'), 0) as raw,
          pg_total_relation_size('term') + pg_total_relation_size('path') as dictionary,
          coalesce((select sum(events) from coverage), 0) as count,
          recent.delivered, recent.days
        from (
          select coalesce(sum(events), 0) as delivered,
            least(${PACE_DAYS}, coalesce(${today}::date - min(day), 0)) as days
          from coverage where events > 0 and day >= ${today}::date - ${PACE_DAYS}::int and day < ${today}::date) recent`,
  );
  if (row === undefined) throw new Error("A query of one row gave none");
  return row;
}

/** Free bytes where the database lies, if that is the embedded one: its folder holds a file of ours. */
async function readFree(on: Queryable): Promise<number | null> {
  try {
    const [row] = await rows(
      on,
      z.object({ folder: z.string() }),
      sql`select current_setting('data_directory') as folder`,
    );
    const folder = row?.folder ?? "";
    await access(join(folder, PASSWORD_FILE));
    const disk = await statfs(folder);
    return disk.bavail * disk.bsize;
  } catch {
    // Another machine's folder, or one that nobody may look into: then nobody can tell.
    return null;
  }
}
