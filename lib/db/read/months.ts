import * as z from "zod";
import type { Direction } from "#lib/db/read/time-order.ts";
import { type Queryable, rows, sql } from "#lib/db/sql/raw.ts";
import { monthBounds } from "#lib/db/write/partitions.ts";
import type { TimeRange } from "#lib/search/search.ts";

/**
 * The stretches of time that a range falls into, one a partition, in reading order. A list that goes through them
 * one by one stops at the first that fills the page. What lies outside the months is a stretch at either end.
 */
export async function stretchesOf(
  on: Queryable,
  range: TimeRange,
  direction: Direction,
): Promise<TimeRange[]> {
  const found = await rows(
    on,
    z.object({ month: z.string() }),
    sql`select substring(c.relname from 'event_(\d{4}_\d{2})$') as month
        from pg_inherits i join pg_class c on c.oid = i.inhrelid
        where i.inhparent = 'event'::regclass and c.relname ~ '^event_\d{4}_\d{2}$' order by 1`,
  );
  const months = found.map(({ month }) => {
    const { from, to } = monthBounds(month);
    return { from: Date.parse(from), to: Date.parse(to) };
  });
  const all: TimeRange[] = [
    { from: null, to: months[0]?.from ?? 0 },
    ...months,
    { from: months.at(-1)?.to ?? 0, to: null },
  ];
  const cut = all.map((stretch) => intersect(stretch, range)).filter((stretch) => stretch !== null);
  return direction === "newest-first" ? cut.reverse() : cut;
}

function intersect(a: TimeRange, b: TimeRange): TimeRange | null {
  const from = a.from === null ? b.from : b.from === null ? a.from : Math.max(a.from, b.from);
  const to = a.to === null ? b.to : b.to === null ? a.to : Math.min(a.to, b.to);
  return from !== null && to !== null && from >= to ? null : { from, to };
}
