import { toSourceView } from "#app/to-source-view.ts";
import { wholeOf } from "#app/whole-of.ts";
import type { Whole } from "#components/source/job-pace.ts";
import type { SourceView } from "#components/source/source-view.ts";
import { type WeekDay, weekDays, weekUntil } from "#components/start/week-days.ts";
import { database } from "#lib/db/database.ts";
import { readGaps } from "#lib/db/gaps/read-gaps.ts";
import { readCoverage } from "#lib/db/read-coverage.ts";
import { readHistogram } from "#lib/db/read-histogram.ts";
import { listSources } from "#lib/db/sources/list-sources.ts";
import { listViews } from "#lib/db/views/list-views.ts";
import { countWorkers } from "#lib/db/worker-heartbeat.ts";
import { allOf } from "#lib/search/condition.ts";
import type { SavedView } from "#lib/search/saved-view.ts";
import { readEnv } from "#lib/server/env.ts";

/** More saved views than these stand on their own page. */
const FIRST_VIEWS = 9;

/** What the start page tells. Times are milliseconds since 1970. */
export type Start = {
  readonly now: number;
  readonly sources: readonly SourceView[];
  /** The first of the saved views, by name. */
  readonly views: readonly SavedView[];
  readonly hasWorker: boolean;
  readonly totalEvents: number;
  readonly accounts: number;
  readonly newestEvent: number | null;
  /** The days that end with the newest event's; none where nothing is loaded. */
  readonly week: readonly WeekDay[];
  /** Where the sample trail ends; null where it is not loaded. */
  readonly sampleEnd: number | null;
  /** By source: how much its run brings, where that is known. */
  readonly wholes: ReadonlyMap<string, Whole>;
};

export async function readStart(now: number): Promise<Start> {
  const db = database();
  const [listed, workers, coverage, views] = await Promise.all([
    listSources(db),
    countWorkers(db),
    readCoverage(db, { from: null, to: null }),
    listViews(db, FIRST_VIEWS),
  ]);
  const newestEvent = coverage.newestEventTime === null ? null : Date.parse(coverage.newestEventTime);
  return {
    now,
    sources: listed.map((one) => toSourceView(one, now)),
    views,
    hasWorker: workers > 0,
    totalEvents: coverage.totalEvents,
    accounts: coverage.accounts,
    newestEvent,
    week: newestEvent === null ? [] : await readWeek(newestEvent, now),
    sampleEnd: coverage.totalEvents === 0 ? null : (readEnv().sampleEnd ?? loadedSampleEnd(listed)),
    wholes: new Map(
      listed.flatMap(({ source, figures }) => {
        // Before anything of it is loaded a run is its first.
        const whole = wholeOf(
          source.settings,
          figures.objectsLoaded === 0 || source.settings.kind === "sample",
        );
        return whole === null ? [] : [[source.id, whole]];
      }),
    ),
  };
}

const HOURS_OF_WEEK = 168;

async function readWeek(newestEvent: number, now: number): Promise<readonly WeekDay[]> {
  const range = weekUntil(newestEvent);
  const search = { where: allOf([]), range };
  const [{ buckets }, { gaps }] = await Promise.all([
    readHistogram(database(), search, { most: HOURS_OF_WEEK }),
    readGaps(database(), search, now),
  ]);
  return weekDays(range.from, buckets, gaps);
}

/** Where a sample trail ends that was loaded from the page; null where there is none. */
function loadedSampleEnd(listed: Awaited<ReturnType<typeof listSources>>): number | null {
  for (const { source, figures } of listed) {
    if (source.settings.kind === "sample" && figures.events > 0) return source.settings.end;
  }
  return null;
}
