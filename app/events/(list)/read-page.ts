import { readAddressBook, withPlace } from "#app/address-book.ts";
import { packBursts } from "#components/explorer/packed-bursts.ts";
import type { ResultsPage } from "#components/explorer/results-page.ts";
import { formatDate } from "#components/ui/format-time.ts";
import { database } from "#lib/db/database.ts";
import { listBursts } from "#lib/db/list-bursts.ts";
import type { Event } from "#lib/event/event.ts";
import type { Asked } from "./ask.ts";

/** The page of events that is asked for; null where there are none. */
export async function readPage(asked: Asked): Promise<ResultsPage | null> {
  const { view, search, cursor, fingerprint } = asked;
  const { order, limit, fold } = view;
  const dayOf = ({ eventTime }: Event) =>
    asked.zone === "UTC" ? eventTime.slice(0, 10) : formatDate(Date.parse(eventTime), asked.zone);
  const [page, book] = await Promise.all([
    listBursts(database(), { search, order, limit, cursor, fingerprint, fold, dayOf }),
    readAddressBook(),
  ]);
  if (page.bursts.length === 0) return null;
  return {
    bursts: packBursts(
      page.bursts.map(({ event, others }) => ({
        event: withPlace(event, book),
        others: others.map((one) => withPlace(one, book)),
      })),
    ),
    order,
    cursor: view.cursor,
    previousCursor: page.prevCursor,
    nextCursor: page.nextCursor,
    topCursor: isOpenOnTop(asked) && page.prevCursor === null ? page.topCursor : null,
  };
}

/** Events may still come on top of a list that begins with the newest and ends now. */
function isOpenOnTop({ view }: Asked): boolean {
  return view.order === "desc" && (view.to === null || view.to === "now");
}
