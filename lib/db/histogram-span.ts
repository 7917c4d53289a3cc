import type pg from "pg";
import * as z from "zod";
import { bulkOfTimes, type Tally } from "#lib/db/activity/bulk-of-times.ts";
import { cutRange } from "#lib/db/activity/cut-range.ts";
import { resolveLines } from "#lib/db/activity/resolve-lines.ts";
import { ALL_FLAGS } from "#lib/db/activity/roll-up-ask.ts";
import { activityOverTime } from "#lib/db/activity/sum-activity.ts";
import { rows, sql } from "#lib/db/sql/raw.ts";
import { HOUR_SECONDS } from "#lib/search/bucket-size.ts";
import type { TimeRange } from "#lib/search/search.ts";

/** Seconds since 1970 UTC, from < to. */
export type Span = { readonly from: number; readonly to: number };

const ALL_TIME: TimeRange = { from: null, to: null };
/** A tally of the roll-up is of a month, or of less. */
const LONGEST_TALLY = 31 * 24 * HOUR_SECONDS;

/**
 * What the buckets of a range cover: the range, and where it has no bound, as far as the bulk of all events reaches.
 * null where nothing is loaded of it.
 */
export async function histogramSpan(client: pg.PoolClient, range: TimeRange): Promise<Span | null> {
  const from = range.from === null ? null : Math.floor(range.from / 1_000);
  const to = range.to === null ? null : Math.ceil(range.to / 1_000);
  if (from !== null && to !== null) return spanOf(from, to);
  const bulk = await bulkWithin(client, from, to);
  const near = await loadedSpan(client, bulk.from, bulk.to);
  const span = near === null ? null : spanOf(from ?? near.from, to ?? near.to);
  if (span !== null) return span;
  // Of this time there is only what lies far off.
  const all = await loadedSpan(client, null, null);
  return all === null ? null : spanOf(from ?? all.from, to ?? all.to);
}

function spanOf(from: number, to: number): Span | null {
  return from < to ? { from, to } : null;
}

type Ends = { readonly from: number | null; readonly to: number | null };

/** Where the bulk of the events between two times ends; null where nothing lies beyond, and at an end that is given. */
async function bulkWithin(client: pg.PoolClient, from: number | null, to: number | null): Promise<Ends> {
  const tallies = (await loadedTallies(client)).filter(
    ({ start }) =>
      (from === null || start * HOUR_SECONDS + LONGEST_TALLY > from) &&
      (to === null || start * HOUR_SECONDS < to),
  );
  const bulk = bulkOfTimes(tallies);
  if (bulk === null) return { from: null, to: null };
  const first = bulk.first === 0 ? undefined : tallies[bulk.first];
  const next = tallies[bulk.last + 1];
  return {
    from: from !== null || first === undefined ? null : first.start * HOUR_SECONDS,
    to: to !== null || next === undefined ? null : next.start * HOUR_SECONDS,
  };
}

/** How many events there are in each month, oldest first; in hours what is not folded into months yet. */
async function loadedTallies(client: pg.PoolClient): Promise<readonly Tally[]> {
  const lines = await resolveLines(client, { flags: ALL_FLAGS, pick: null });
  const sums = await activityOverTime(client, cutRange(ALL_TIME), lines ?? [], ALL_FLAGS);
  return sums
    .map(({ start, read, write, error }) => ({ start, events: read + write + error }))
    .filter(({ events }) => events > 0);
}

const BoundsRow = z.object({ first: z.coerce.number().nullable(), last: z.coerce.number().nullable() });

/** From the oldest to the newest event between two times; null leaves an end open. */
async function loadedSpan(
  client: pg.PoolClient,
  from: number | null,
  to: number | null,
): Promise<Span | null> {
  const isAfter = from === null ? sql`true` : sql`event_time >= to_timestamp(${from}::float8)`;
  const isBefore = to === null ? sql`true` : sql`event_time < to_timestamp(${to}::float8)`;
  const [row] = await rows(
    client,
    BoundsRow,
    sql`select date_part('epoch', min(event_time)) as first, date_part('epoch', max(event_time)) as last
        from event where ${isAfter} and ${isBefore}`,
  );
  const { first = null, last = null } = row ?? {};
  return first === null || last === null ? null : { from: first, to: last + 1 };
}
