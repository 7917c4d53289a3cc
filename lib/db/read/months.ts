import * as z from "zod";
import type { Direction } from "#lib/db/read/time-order.ts";
import { type Queryable, rows, type Sql, sql, trustedText } from "#lib/db/sql/raw.ts";
import { AFTER_ALL, BEFORE_ALL, monthBounds } from "#lib/db/write/partitions.ts";
import type { TimeRange } from "#lib/search/search.ts";

/**
 * A part of a range that lies in one partition. Readers ask the partition itself, not the partitioned table: the
 * plan is then made for this one, and a part that takes in the whole partition needs no condition on time, which
 * would tempt the planner to walk the time index where the index of terms is right.
 */
export type Stretch = {
  /** As monthOf names it. */
  readonly month: string;
  readonly table: Sql;
  readonly range: TimeRange;
  /** The range takes in every event that the partition can hold. */
  readonly isWhole: boolean;
  /**
   * About how many events the partition holds: by its size, which is known without statistics, and 0 only where none.
   */
  readonly inPartition: number;
};

/** Of an event's row, with its terms. */
const ROW_BYTES = 400;

/**
 * The stretches of a range in reading order. A partition whose size cannot be told is being exchanged for another at
 * this very moment: it may hold events, and is read. A list that goes through them one by one stops at the first that
 * fills the page.
 */
export async function stretchesOf(on: Queryable, range: TimeRange, direction: Direction): Promise<Stretch[]> {
  const found = await rows(
    on,
    z.object({ month: z.string(), bytes: z.coerce.number() }),
    sql`select substring(c.relname from 7) as month, coalesce(pg_relation_size(c.oid), ${ROW_BYTES}::int) as bytes
        from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'event'::regclass
          and (c.relname ~ '^event_\\d{4}_\\d{2}$' or c.relname in (${`event_${BEFORE_ALL}`}, ${`event_${AFTER_ALL}`}))`,
  );
  const all = found.toSorted((a, b) => placeOf(a.month) - placeOf(b.month));
  const cut = all.flatMap(({ month, bytes }): Stretch[] => {
    const bounds = monthBounds(month);
    const part = intersect(bounds, range);
    if (part === null) return [];
    const isWhole = part.from === bounds.from && part.to === bounds.to;
    const table = trustedText(`event_${month}`);
    return [{ month, table, range: part, isWhole, inPartition: Math.ceil(bytes / ROW_BYTES) }];
  });
  return direction === "newest-first" ? cut.reverse() : cut;
}

function placeOf(month: string): number {
  return monthBounds(month).from ?? Number.NEGATIVE_INFINITY;
}

/** About how many events of the partition lie in the stretch, if they are spread evenly. */
export function eventsIn({ month, range, isWhole, inPartition }: Stretch): number {
  const bounds = monthBounds(month);
  if (isWhole || range.from === null || range.to === null || bounds.from === null || bounds.to === null)
    return inPartition;
  return (inPartition * (range.to - range.from)) / (bounds.to - bounds.from);
}

function intersect(a: TimeRange, b: TimeRange): TimeRange | null {
  const from = a.from === null ? b.from : b.from === null ? a.from : Math.max(a.from, b.from);
  const to = a.to === null ? b.to : b.to === null ? a.to : Math.min(a.to, b.to);
  return from !== null && to !== null && from >= to ? null : { from, to };
}

/** The conditions on time that a stretch needs beyond its partition. */
export function boundsOf({ range, isWhole }: Pick<Stretch, "range" | "isWhole">): Sql[] {
  const tests: Sql[] = [];
  if (isWhole) return tests;
  if (range.from !== null) tests.push(sql`e.event_time >= to_timestamp(${range.from / 1000}::float8)`);
  if (range.to !== null) tests.push(sql`e.event_time < to_timestamp(${range.to / 1000}::float8)`);
  return tests;
}
