import type pg from "pg";
import { cutRange } from "#lib/db/activity/cut-range.ts";
import { resolveLines } from "#lib/db/activity/resolve-lines.ts";
import { type Line, rollUpAskOf } from "#lib/db/activity/roll-up-ask.ts";
import {
  type Scan,
  scanMatches,
  type Tallied,
  TalliedRow,
  windowHits,
} from "#lib/db/activity/scan-matches.ts";
import { activityOverTime, countActivity } from "#lib/db/activity/sum-activity.ts";
import type { Database } from "#lib/db/database.ts";
import { isReadOnly, outcomeOf } from "#lib/db/event-codes.ts";
import { histogramSpan, type Span } from "#lib/db/histogram-span.ts";
import { isImpossible, type Predicate } from "#lib/db/read/predicate.ts";
import { type Resolved, resolveSearch } from "#lib/db/read/resolve-search.ts";
import { inSnapshot } from "#lib/db/sql/in-snapshot.ts";
import { rows, type Sql, sql } from "#lib/db/sql/raw.ts";
import { bucketSize, bucketStart, DAY_SECONDS, HOUR_SECONDS } from "#lib/search/bucket-size.ts";
import type { Search, TimeRange } from "#lib/search/search.ts";
import { type Histogram, type HistogramBucket, MOST_BUCKETS } from "#lib/search/summary.ts";

const TIME_LIMIT = 10_000;
const SCAN_TIME = 180;
/** Buckets finer than the roll-up's hours are counted from events, if there are no more than these. */
const MOST_READ_FOR_DETAIL = 60_000;
const DETAIL_TIME = 1_000;

const NOTHING: Histogram = {
  bucketSeconds: HOUR_SECONDS,
  exact: true,
  examined: null,
  buckets: [],
  outside: { before: 0, after: 0 },
};

/** `scanTime`: milliseconds that reading events may take, where the roll-up cannot tell. */
export type HistogramOptions = { readonly most?: number; readonly scanTime?: number };

/** How many events of a search there are over time, in at most `most` buckets. */
export async function readHistogram(
  db: Database,
  search: Search,
  { most = MOST_BUCKETS, scanTime = SCAN_TIME }: HistogramOptions = {},
): Promise<Histogram> {
  return inSnapshot(db.pool, TIME_LIMIT, async (client) => {
    const span = await histogramSpan(client, search.range);
    if (span === null) return NOTHING;
    const known: Resolved = new Map();
    const predicate = await resolveSearch(client, search.where, known);
    const ask = rollUpAskOf(search.where);
    const lines = ask === null ? null : await resolveLines(client, ask, known);
    const query: Query = { span, predicate, range: search.range, most };
    if (isImpossible(predicate)) return assemble(query, bucketSize(span.from, span.to, { most }), [], null);
    return ask === null || lines === null
      ? byScan(client, query, scanTime)
      : byRollUp(client, query, { lines, flags: ask.flags });
  });
}

type Query = {
  readonly span: Span;
  readonly range: TimeRange;
  readonly predicate: Predicate;
  readonly most: number;
};
type Sum = { readonly time: number; readonly read: number; readonly write: number; readonly error: number };

type Answer = { readonly lines: readonly Line[]; readonly flags: readonly number[] };

async function byRollUp(client: pg.PoolClient, query: Query, answer: Answer): Promise<Histogram> {
  const { span, most } = query;
  const fine = bucketSize(span.from, span.to, { most });
  if (fine < HOUR_SECONDS) {
    const detailed = await inDetail(client, query, answer, fine);
    if (detailed !== null) return detailed;
  }
  const size = Math.max(fine, bucketSize(span.from, span.to, { most, least: HOUR_SECONDS }));
  const cut = cutRange(query.range, size % DAY_SECONDS === 0 ? "day" : "hour");
  const sums = await activityOverTime(client, cut, answer.lines, answer.flags);
  const found: Sum[] = sums.map(({ start, ...counts }) => ({ time: start * HOUR_SECONDS, ...counts }));
  for (const edge of cut.edges) {
    const hits = windowHits(query.predicate, edge);
    found.push(...(await tallied(client, hits, size)).map(toSum));
  }
  return assemble(query, size, found, null);
}

/** Counted from events, where few enough meet the search. */
async function inDetail(
  client: pg.PoolClient,
  query: Query,
  { lines, flags }: Answer,
  size: number,
): Promise<Histogram | null> {
  const events = await countActivity(client, cutRange(query.range), lines, flags);
  if (events > MOST_READ_FOR_DETAIL) return null;
  const scan = await scanOver(client, query, size, DETAIL_TIME);
  return scan.exact ? assemble(query, size, scan.found.map(toSum), null) : null;
}

async function byScan(client: pg.PoolClient, query: Query, scanTime: number): Promise<Histogram> {
  const size = bucketSize(query.span.from, query.span.to, { most: query.most });
  const scan = await scanOver(client, query, size, scanTime);
  return assemble(query, size, scan.found.map(toSum), scan.exact ? null : scan.examined);
}

function scanOver(client: pg.PoolClient, query: Query, size: number, budget: number): Promise<Scan> {
  return scanMatches(client, {
    predicate: query.predicate,
    range: query.range,
    budget,
    summarize: (hits) => bucketed(hits, size),
    total: (found) => found.reduce((sum, { n }) => sum + n, 0),
  });
}

function tallied(client: pg.PoolClient, hits: Sql, size: number): Promise<Tallied[]> {
  return rows(client, TalliedRow, bucketed(sql`(${hits})`, size));
}

/** Rows (begin of the bucket in seconds since 1970, flags, n). */
function bucketed(hits: Sql, size: number): Sql {
  const shift = bucketStart(0, size);
  return sql`select (floor((date_part('epoch', e.event_time) - ${shift}::float8) / ${size}::float8) * ${size}::float8
      + ${shift}::float8) as major, e.flags as minor, count(*) as n from ${hits} e group by major, minor`;
}

function toSum({ major, minor, n }: Tallied): Sum {
  const isError = outcomeOf(minor) !== "success";
  const isRead = !isError && isReadOnly(minor);
  return { time: major, read: isRead ? n : 0, write: isError || isRead ? 0 : n, error: isError ? n : 0 };
}

/**
 * One bucket after the other over the whole span, and how many lie outside. `examined`: null where all were counted.
 */
function assemble({ span }: Query, size: number, found: readonly Sum[], examined: number | null): Histogram {
  const sums = new Map<number, { read: number; write: number; error: number }>();
  for (let start = bucketStart(span.from, size); start < span.to; start += size) {
    sums.set(start, { read: 0, write: 0, error: 0 });
  }
  const outside = { before: 0, after: 0 };
  for (const { time, read, write, error } of found) {
    const sum = sums.get(bucketStart(time, size));
    if (sum === undefined) {
      outside[time < span.from ? "before" : "after"] += read + write + error;
      continue;
    }
    sum.read += read;
    sum.write += write;
    sum.error += error;
  }
  const buckets = [...sums].map(
    ([start, counts]): HistogramBucket => ({ start: new Date(start * 1_000).toISOString(), ...counts }),
  );
  return { bucketSeconds: size, exact: examined === null, examined, buckets, outside };
}
