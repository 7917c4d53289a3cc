import { readAddressBook, withPlace } from "#app/address-book.ts";
import { viewHref } from "#components/event/view.ts";
import { EmptyResults } from "#components/explorer/empty-results.tsx";
import { narrowerTimes } from "#components/explorer/narrower-times.ts";
import { packBurst } from "#components/explorer/packed-burst.ts";
import type { ResultsAnswer } from "#components/explorer/results.tsx";
import { UnreadableResults } from "#components/explorer/unreadable-results.tsx";
import { whyEmpty } from "#components/explorer/why-empty.ts";
import { formatDate } from "#components/ui/format-time.ts";
import { countEvents } from "#lib/db/count-events.ts";
import { database } from "#lib/db/database.ts";
import { listBursts } from "#lib/db/list-bursts.ts";
import { readCoverage } from "#lib/db/read-coverage.ts";
import { readPlaceCoverage } from "#lib/db/read-place-coverage.ts";
import type { Event } from "#lib/event/event.ts";
import { EVERYTHING } from "#lib/search/search.ts";
import { isFailure } from "#lib/server/failure.ts";
import type { Asked } from "./ask.ts";

/** The page of events that is asked for, or why there is none. */
export async function readResults(asked: Asked): Promise<ResultsAnswer> {
  const { key } = asked;
  if (!asked.isReadable) return { kind: "empty", key, why: <UnreadableResults view={asked.view} /> };
  try {
    return await readPage(asked);
  } catch (error) {
    if (!isFailure(error)) throw error;
    const narrower =
      error.code === "query-timeout" ? narrowerTimes(asked.view, asked.search.range, asked.now) : [];
    return { kind: "failed", key, message: error.message, remedy: error.remedy, narrower };
  }
}

async function readPage(asked: Asked): Promise<ResultsAnswer> {
  const { view, search, cursor, fingerprint, key } = asked;
  const { order, limit, fold } = view;
  const dayOf = ({ eventTime }: Event) =>
    asked.zone === "UTC" ? eventTime.slice(0, 10) : formatDate(Date.parse(eventTime), asked.zone);
  const page = await listBursts(database(), { search, order, limit, cursor, fingerprint, fold, dayOf });
  if (page.bursts.length === 0) {
    return {
      kind: "empty",
      key,
      why: <EmptyResults why={await readWhy(asked)} view={view} zone={asked.zone} />,
    };
  }
  const book = await readAddressBook();
  const href = (marker: string | null) =>
    marker === null ? null : viewHref({ ...view, event: null, cursor: marker });
  return {
    kind: "page",
    key,
    page: {
      bursts: page.bursts.map(({ event, others }) =>
        packBurst({ event: withPlace(event, book), others: others.map((one) => withPlace(one, book)) }),
      ),
      order,
      cursor: view.cursor,
      previousHref: href(page.prevCursor),
      nextHref: href(page.nextCursor),
      topCursor: isOpenOnTop(asked) && page.prevCursor === null ? page.topCursor : null,
    },
  };
}

/** Events may still come on top of a list that begins with the newest and ends now. */
function isOpenOnTop({ view }: Asked): boolean {
  return view.order === "desc" && (view.to === null || view.to === "now");
}

async function readWhy({ search }: Asked) {
  const isFiltered = search.where.kind !== "all" || search.where.of.length > 0;
  const [coverage, unfiltered, place] = await Promise.all([
    readCoverage(database(), search.range),
    isFiltered ? countEvents(database(), { where: EVERYTHING, range: search.range }) : null,
    readPlaceCoverage(database(), search),
  ]);
  return whyEmpty(coverage, unfiltered, place);
}
