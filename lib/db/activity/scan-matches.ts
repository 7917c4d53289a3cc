import type pg from "pg";
import * as z from "zod";
import { TALLY_COLUMNS } from "#lib/db/activity/tally.ts";
import { type DayCount, partitionOf, timeWindows, type Window } from "#lib/db/activity/time-windows.ts";
import { likelyWay } from "#lib/db/read/index-ways.ts";
import { isImpossible, type Predicate, rowTest, whereAll } from "#lib/db/read/predicate.ts";
import { rows, type Sql, sql, trustedText, withoutTableScans } from "#lib/db/sql/raw.ts";
import { monthBounds } from "#lib/db/write/partitions.ts";
import type { TimeRange } from "#lib/search/search.ts";

/**
 * Counts over the events of a search that the roll-up cannot answer for: newest first, a window of time at a go,
 * until all are seen or the time is up. What was counted then is the newest matches, so many of them.
 */
export type ScanRequest = {
  readonly predicate: Predicate;
  readonly range: TimeRange;
  /** Milliseconds after which no window is begun but the first. */
  readonly budget: number;
  /** A statement that gives rows (major, minor, n) of a CTE with TALLY_COLUMNS. */
  readonly summarize: (hits: Sql) => Sql;
  /** How many events the rows stand for. */
  readonly total: (found: readonly Tallied[]) => number;
};

export const TalliedRow = z.object({ major: z.coerce.number(), minor: z.int(), n: z.coerce.number() });
export type Tallied = z.infer<typeof TalliedRow>;

export type Scan = {
  readonly found: readonly Tallied[];
  readonly exact: boolean;
  /** Matching events that were counted. */
  readonly examined: number;
};

/** Where fewer events than this match, the index of terms finds them quicker than reading all. */
const RARE = 0.06;
/** From here on fetching would take too long, and the newest would not come first. */
const MOST_FETCHED = 20_000;

export async function scanMatches(client: pg.PoolClient, request: ScanRequest): Promise<Scan> {
  if (isImpossible(request.predicate)) return { found: [], exact: true, examined: 0 };
  const deadline = performance.now() + request.budget;
  const sum = { found: [] as Tallied[], examined: 0 };
  // Of the windows alone: what is fetched from a month says nothing of how many events were passed over.
  const walked = { events: 0, hits: 0 };
  const fetched = new Set<string>();
  const isCommon = new Set<string>();
  for (const window of timeWindows(await daysOf(client, request.range), request.range)) {
    const month = partitionOf(window);
    if (fetched.has(month)) continue;
    const isRare = walked.events > 0 && walked.hits < walked.events * RARE && !isCommon.has(month);
    // What is rare is fetched from one month at least, however late it is: that is bounded, and often all there is.
    const isTried = fetched.size > 0 || isCommon.size > 0;
    if (walked.events > 0 && performance.now() > deadline && (isTried || !isRare))
      return { found: sum.found, exact: false, examined: sum.examined };
    if (isRare) {
      const rest = await fetchRest(client, request, window);
      if (rest === null) isCommon.add(month);
      else {
        fetched.add(month);
        sum.found.push(...rest);
        sum.examined += request.total(rest);
        continue;
      }
    }
    const found = await run(client, request, windowHits(request.predicate, window));
    const hits = request.total(found);
    sum.found.push(...found);
    sum.examined += hits;
    walked.events += window.events;
    walked.hits += hits;
  }
  return { found: sum.found, exact: true, examined: sum.examined };
}

function run(client: pg.PoolClient, { summarize }: ScanRequest, hits: Sql): Promise<Tallied[]> {
  return rows(client, TalliedRow, sql`with hit as materialized (${hits}) ${summarize(sql`hit`)}`);
}

/** The events of a span that meet the predicate. */
export function windowHits(predicate: Predicate, { from, to }: TimeRange): Sql {
  const tests = [
    from === null ? null : sql`e.event_time >= to_timestamp(${from / 1_000}::float8)`,
    to === null ? null : sql`e.event_time < to_timestamp(${to / 1_000}::float8)`,
    rowTest(predicate),
  ];
  return sql`select ${TALLY_COLUMNS} from event e ${whereAll(tests)}`;
}

/**
 * What the index of terms finds in the rest of the window's month; null where it cannot, or there is too much of it.
 */
async function fetchRest(
  client: pg.PoolClient,
  request: ScanRequest,
  window: Window,
): Promise<Tallied[] | null> {
  const month = partitionOf(window);
  const found = await likelyWay(client, request.predicate, trustedText(`event_${month}`));
  if (found === null) return null;
  const tests = [found.indexed, ...found.rest, ...restOfMonth(month, window, request.range)];
  const hits = sql`select ${TALLY_COLUMNS} from ${trustedText(`event_${month}`)} e ${whereAll(tests)}
    limit ${MOST_FETCHED + 1}`;
  const fetched = await withoutTableScans(client, () => run(client, request, hits));
  return request.total(fetched) > MOST_FETCHED ? null : fetched;
}

/** `is not false` keeps the bounds away from the planner, who would take the index of time for them. */
function restOfMonth(month: string, window: Window, range: TimeRange): Sql[] {
  const bounds = monthBounds(month);
  const tests: Sql[] = [];
  if (bounds.to === null || window.to < bounds.to) {
    tests.push(sql`(e.event_time < to_timestamp(${window.to / 1_000}::float8)) is not false`);
  }
  if (range.from !== null && (bounds.from === null || range.from > bounds.from)) {
    tests.push(sql`(e.event_time >= to_timestamp(${range.from / 1_000}::float8)) is not false`);
  }
  return tests;
}

const DAY_HOURS = 24;
const HOUR = 3_600_000;
const DayRow = z.object({ start: z.int(), events: z.coerce.number() });

/** The days of the range that have events, newest first. */
async function daysOf(client: pg.PoolClient, { from, to }: TimeRange): Promise<DayCount[]> {
  const first = from === null ? null : Math.floor(from / HOUR / DAY_HOURS) * DAY_HOURS;
  const behind = to === null ? null : Math.ceil(to / HOUR);
  const events = sql`write_success + read_success + write_denied + read_denied + write_failed + read_failed`;
  const bounds = sql`(${first}::int is null or start >= ${first}::int) and (${behind}::int is null or start < ${behind}::int)`;
  return rows(
    client,
    DayRow,
    sql`select start, sum(events) as events from (
          select start, ${events} as events from activity where grain = 1 and field = 0 and ${bounds}
          union all
          select (floor(start / 24.0) * 24)::int, ${events} from activity_delta where field = 0 and ${bounds}
        ) days group by start having sum(events) > 0 order by start desc`,
  );
}
