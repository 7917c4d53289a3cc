import type pg from "pg";
import * as z from "zod";
import { isoDay } from "#lib/base/iso-time.ts";
import type { Database } from "#lib/db/database.ts";
import { type Deliveries, findGaps } from "#lib/db/gaps/find-gaps.ts";
import { QUICK_MINUTE_OF_KEY } from "#lib/db/ledger/minute-of-key.ts";
import { inReadTransaction, rows, sql } from "#lib/db/sql/raw.ts";
import { couldMatchPlace, type GapsAnswer } from "#lib/search/coverage-gap.ts";
import type { Search } from "#lib/search/search.ts";

const TIME_LIMIT = 3_000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** So much around the span shows what is usual for an account and region. */
const AROUND = 10 * DAY;
/** Log objects of the days around the span that are looked at one by one. */
const MOST_OBJECTS = 150_000;
/** Events of the five minutes before its delivery are in a log object. */
const DELIVERY = 5 * MINUTE;

type Span = { readonly from: number; readonly to: number };

const Loaded = z.object({
  account: z.string(),
  region: z.string(),
  first: z.string(),
  days: z.array(z.string()).nullable(),
  inContext: z.coerce.number(),
});
type Loaded = z.infer<typeof Loaded>;

/**
 * What was not loaded of the time of a search, as far as it looks at it. `now`: milliseconds since 1970; `timeLimit`:
 * milliseconds.
 */
export async function readGaps(
  db: Database,
  search: Search,
  now: number,
  timeLimit = TIME_LIMIT,
): Promise<GapsAnswer> {
  return inReadTransaction(db.pool, timeLimit, async (client) => {
    const [whole] = await rows(
      client,
      z.object({ first: z.string().nullable(), last: z.string().nullable() }),
      sql`select min(day)::text as first, max(day)::text as last from coverage where objects > 0`,
    );
    if (typeof whole?.first !== "string" || typeof whole.last !== "string") {
      const { from, to } = search.range;
      return { gaps: from === null ? [] : gapsOfNothing(from, to ?? now), isFine: true };
    }
    const span = {
      from: search.range.from ?? startOf(whole.first),
      to: Math.min(search.range.to ?? now, now),
    };
    const context = { from: span.from - AROUND, to: Math.min(span.to + AROUND, now) };
    const all = await readDays(client, context);
    const isFine = all.reduce((sum, row) => sum + row.inContext, 0) <= MOST_OBJECTS;
    const inScope = all.filter((place) => couldMatchPlace(search.where, place));
    const minutes = isFine ? await readMinutes(client, context) : new Map<string, readonly number[]>();
    const deliveries = inScope.map((row) => toDeliveries(row, minutes.get(nameOf(row)), context, isFine));
    const newest = isFine ? latest(minutes) : 0;
    const loaded = {
      from: startOf(whole.first),
      to: newest > 0 ? newest : Math.min(now, startOf(whole.last) + DAY),
    };
    // Only what lies in the context was read: an end before it is known by its day alone.
    const known = startOf(whole.last) > context.to ? { ...loaded, to: context.to } : loaded;
    const grain = isFine ? DELIVERY : DAY;
    return { gaps: findGaps({ deliveries, loaded: known, span, context, grain }), isFine };
  });
}

function gapsOfNothing(from: number, to: number): GapsAnswer["gaps"] {
  const span = { from, to };
  return findGaps({ deliveries: [], loaded: null, span, context: span, grain: DAY });
}

async function readDays(client: pg.PoolClient, context: Span): Promise<readonly Loaded[]> {
  const isInContext = sql`day between ${isoDay(context.from)}::date and ${isoDay(context.to)}::date`;
  return rows(
    client,
    Loaded,
    sql`select account, region, min(day)::text as first,
          array_agg(distinct day::text) filter (where ${isInContext}) as days,
          coalesce(sum(objects) filter (where ${isInContext}), 0) as "inContext"
        from coverage where objects > 0 group by account, region`,
  );
}

/** The minutes that the objects' names carry, by account and region. */
async function readMinutes(
  client: pg.PoolClient,
  context: Span,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const found = await rows(
    client,
    z.object({ account: z.string(), region: z.string(), minutes: z.string().nullable() }),
    // One text: an array of so many would take longer to read than they took to find. In any order: to sort texts
    // takes as long.
    sql`select coalesce(account, '') as account, coalesce(region, '') as region,
          string_agg(${QUICK_MINUTE_OF_KEY}, ',') as minutes
        from log_object
        where log_date between ${isoDay(context.from)}::date and ${isoDay(context.to)}::date
          and (state = 'loaded' or records > 0)
        group by 1, 2`,
  );
  return new Map(found.map((row) => [nameOf(row), timesOf(row.minutes ?? "", context.to)]));
}

/** Ascending, each once. What is no time is left out, and what comes after `end`. */
function timesOf(minutes: string, end: number): readonly number[] {
  const times: number[] = [];
  let [day, start] = ["", Number.NaN];
  for (const minute of minutes.split(",")) {
    if (!minute.startsWith(day) || day === "") {
      day = minute.slice(0, 8);
      start = startOf(`${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`);
    }
    const at = start + Number(minute.slice(9, 11)) * HOUR + Number(minute.slice(11)) * MINUTE;
    if (at <= end) times.push(at);
  }
  return [...new Set(Float64Array.from(times).sort())];
}

/** Objects without a minute in their names tell of their whole day. */
function toDeliveries(
  row: Loaded,
  minutes: readonly number[] | undefined,
  context: Span,
  isFine: boolean,
): Deliveries {
  const { account, region } = row;
  const isOlder = startOf(row.first) < startOf(isoDay(context.from));
  if (isFine && minutes !== undefined && minutes.length > 0) {
    return { account, region, isOlder, times: minutes };
  }
  const ends = (row.days ?? []).toSorted().map((day) => startOf(day) + DAY);
  const hours = (end: number) => Array.from({ length: 24 }, (_, hour) => end - (23 - hour) * HOUR);
  return { account, region, isOlder, times: isFine ? ends.flatMap(hours) : ends };
}

function latest(minutes: ReadonlyMap<string, readonly number[]>): number {
  return Math.max(0, ...[...minutes.values()].map((times) => times.at(-1) ?? 0));
}

function nameOf({ account, region }: { readonly account: string; readonly region: string }): string {
  return `${account} ${region}`;
}

function startOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}
