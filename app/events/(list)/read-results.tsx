import { EmptyResults } from "#components/explorer/empty-results.tsx";
import { narrowerTimes } from "#components/explorer/narrower-times.ts";
import { PageGone } from "#components/explorer/page-gone.tsx";
import type { ResultsAnswer } from "#components/explorer/results.tsx";
import { UnreadableResults } from "#components/explorer/unreadable-results.tsx";
import { countEvents } from "#lib/db/count-events.ts";
import { database } from "#lib/db/database.ts";
import { readCoverage } from "#lib/db/read-coverage.ts";
import { readNearest } from "#lib/db/read-nearest.ts";
import { readPlaceCoverage } from "#lib/db/read-place-coverage.ts";
import { EVERYTHING } from "#lib/search/search.ts";
import { whyEmpty } from "#lib/search/why-empty.ts";
import { isFailure } from "#lib/server/failure.ts";
import type { Asked } from "./ask.ts";
import { readPage } from "./read-page.ts";

/** The page of events that is asked for, or why there is none. */
export async function readResults(asked: Asked): Promise<ResultsAnswer> {
  const { key } = asked;
  if (!asked.isReadable) return { kind: "empty", key, why: <UnreadableResults view={asked.view} /> };
  try {
    return await readPageOrWhy(asked);
  } catch (error) {
    if (!isFailure(error)) throw error;
    const narrower =
      error.code === "query-timeout" ? narrowerTimes(asked.view, asked.search.range, asked.now) : [];
    return { kind: "failed", key, message: error.message, remedy: error.remedy, narrower };
  }
}

async function readPageOrWhy(asked: Asked): Promise<ResultsAnswer> {
  const { view, key } = asked;
  const page = await readPage(asked);
  if (page !== null) return { kind: "page", key, page };
  if (asked.cursor !== null) return { kind: "empty", key, why: <PageGone view={view} /> };
  return {
    kind: "empty",
    key,
    why: <EmptyResults {...(await readWhy(asked))} view={view} zone={asked.zone} />,
  };
}

async function readWhy({ view, search }: Asked) {
  const isFiltered = search.where.kind !== "all" || search.where.of.length > 0;
  const [coverage, unfiltered, place] = await Promise.all([
    readCoverage(database(), search.range),
    isFiltered ? countEvents(database(), { where: EVERYTHING, range: search.range }) : null,
    readPlaceCoverage(database(), search),
  ]);
  const why = whyEmpty({ range: search.range, coverage, unfiltered, place });
  const nearest = why.kind === "excluded" ? await readNearest(database(), view.q, search) : null;
  return { why, nearest };
}
