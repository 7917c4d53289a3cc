import { readOne, type SearchParameters } from "#app/read-zone.ts";
import { parseRefusedPlace, type RefusedPlace } from "#app/refused-place.ts";
import { toJobView, toSourceView } from "#app/to-source-view.ts";
import { wholeOf } from "#app/whole-of.ts";
import type { Span } from "#components/source/coverage-days.ts";
import { shiftDay } from "#components/source/coverage-days.ts";
import type { Whole } from "#components/source/job-pace.ts";
import type { JobView, SourceView } from "#components/source/source-view.ts";
import type { OpenGroup, UnloadedGroup } from "#components/source/unloaded-groups.tsx";
import type { Database } from "#lib/db/database.ts";
import { type FullCheck, readFullCheck } from "#lib/db/jobs/full-check.ts";
import { listJobs } from "#lib/db/jobs/list-jobs.ts";
import { listRefused, type RefusedPage } from "#lib/db/ledger/list-refused.ts";
import { listUnloaded } from "#lib/db/ledger/list-unloaded.ts";
import { summarizeUnloaded } from "#lib/db/ledger/summarize-unloaded.ts";
import { listSources } from "#lib/db/sources/list-sources.ts";
import { countSourceCoverage, readSourceCoverage } from "#lib/db/sources/read-source-coverage.ts";
import type { SourceSettings } from "#lib/db/sources/source.ts";
import { countWorkers } from "#lib/db/worker-heartbeat.ts";
import type { CoverageRow } from "#lib/search/coverage.ts";

/** What the address of a source's page asks for beside the source. */
export type SourceQuery = {
  readonly group: { readonly state: "skipped" | "failed"; readonly code: string } | null;
  readonly after: string | null;
  readonly refusedAfter: RefusedPlace | null;
  /** What the refused records that are listed have to hold. */
  readonly refusedText: string;
  /** The last day of the strip. */
  readonly until: string | null;
  /** The first row of the strip. */
  readonly row: number;
};

export type SourcePage = {
  readonly source: SourceView;
  readonly settings: SourceSettings;
  readonly jobs: readonly JobView[];
  readonly fullCheck: FullCheck;
  readonly hasWorker: boolean;
  readonly whole: Whole | null;
  readonly groups: readonly UnloadedGroup[];
  readonly open: Omit<OpenGroup, "nextHref" | "firstHref"> | null;
  readonly hasMoreKeys: boolean;
  readonly refused: RefusedPage;
  /** null: no key tells a day. */
  readonly coverage: {
    readonly span: Span;
    readonly rows: readonly CoverageRow[];
    readonly allRows: number;
  } | null;
};

const KEYS_A_PAGE = 100;
const REFUSED_A_PAGE = 20;
export const ROWS_A_PAGE = 40;
export const DAYS_SHOWN = 60;
const JOBS_SHOWN = 20;

/** Reads the address; what cannot be read of it is left out. */
export function readSourceQuery(parameters: SearchParameters): SourceQuery {
  const group = /^(skipped|failed)\.([a-z-]+)$/.exec(readOne(parameters["objects"]) ?? "");
  const until = readOne(parameters["until"]);
  const row = readOne(parameters["row"]);
  return {
    group:
      group === null ? null : { state: group[1] === "failed" ? "failed" : "skipped", code: group[2] ?? "" },
    after: readOne(parameters["after"]),
    refusedAfter: parseRefusedPlace(readOne(parameters["refused"]) ?? ""),
    refusedText: (readOne(parameters["refusedText"]) ?? "").slice(0, 1_000),
    until: until !== null && isDay(until) ? until : null,
    row: row !== null && /^\d{1,6}$/.test(row) ? Number(row) : 0,
  };
}

/** All that the page shows; null where there is no such source. */
export async function readSourcePage(
  db: Database,
  sourceId: string,
  query: SourceQuery,
  now: number,
): Promise<SourcePage | null> {
  const [[listed], jobs, workers, groups, refused] = await Promise.all([
    listSources(db, sourceId),
    listJobs(db, { sourceId, limit: JOBS_SHOWN }),
    countWorkers(db),
    summarizeUnloaded(db, sourceId),
    listRefused(db, {
      sourceId,
      limit: REFUSED_A_PAGE,
      text: query.refusedText,
      ...(query.refusedAfter && { after: query.refusedAfter }),
    }),
  ]);
  if (listed === undefined) return null;
  const source = toSourceView(listed, now);
  const [keys, coverage, fullCheck] = await Promise.all([
    readKeys(db, sourceId, query),
    readStrip(db, source, query),
    readFullCheck(db, listed.source),
  ]);
  return {
    source,
    settings: listed.source.settings,
    jobs: jobs.map(toJobView),
    fullCheck,
    hasWorker: workers > 0,
    whole: wholeOf(listed.source.settings, jobs.length === 1),
    groups,
    open: query.group === null ? null : { ...query.group, objects: keys.slice(0, KEYS_A_PAGE) },
    hasMoreKeys: keys.length > KEYS_A_PAGE,
    refused,
    coverage,
  };
}

async function readKeys(db: Database, sourceId: string, { group, after }: SourceQuery) {
  if (group === null) return [];
  return listUnloaded(db, { sourceId, ...group, limit: KEYS_A_PAGE + 1, ...(after && { after }) });
}

async function readStrip(
  db: Database,
  { id, firstDay, lastDay }: SourceView,
  query: SourceQuery,
): Promise<SourcePage["coverage"]> {
  if (firstDay === null || lastDay === null) return null;
  const to = query.until ?? lastDay;
  const first = shiftDay(to, 1 - DAYS_SHOWN);
  const span = { from: first < firstDay && firstDay <= to ? firstDay : first, to };
  const [rows, allRows] = await Promise.all([
    readSourceCoverage(db, { sourceId: id, ...span, limit: ROWS_A_PAGE, offset: query.row }),
    countSourceCoverage(db, id),
  ]);
  return { span, rows, allRows };
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
}
