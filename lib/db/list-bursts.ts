import type pg from "pg";
import type { Database } from "#lib/db/database.ts";
import { LIST_TIME, type ListRequest, readingDirection } from "#lib/db/list-events.ts";
import type { EventColumns } from "#lib/db/read/event-columns.ts";
import { findRows } from "#lib/db/read/find-rows.ts";
import { type PageMarkers, pageMarkers, rowMarker } from "#lib/db/read/page-markers.ts";
import { resolveSearch } from "#lib/db/read/resolve-search.ts";
import { toEventsWithOrigins } from "#lib/db/read/with-origins.ts";
import { inReadTransaction } from "#lib/db/sql/raw.ts";
import type { Event } from "#lib/event/event.ts";
import { type Burst, type Folded, foldEvents, unfolded } from "#lib/event/fold-events.ts";

/** As of a list of events; `limit` counts bursts. */
export type BurstRequest = ListRequest & {
  /** False: every event is a burst of its own. */
  readonly fold: boolean;
  /** The day of an event in the reader's zone. */
  readonly dayOf: (event: Event) => string;
};

export type BurstPage = PageMarkers & {
  readonly bursts: readonly Burst[];
  /** The marker of what lies before the first event; null where there are no events. */
  readonly topCursor: string | null;
};

/** A page reads on for as many events, at most, to fill its rows. */
const LOOK_AHEAD = 1_000;

/** What is read for each row of the page, at first and then: two events are enough for most lists, six not for all. */
const LOOKS = [2, 6] as const;

/**
 * One page of a search, bursts of the same call folded. A page is a stretch of the list without a hole: its marker
 * stands behind the last event that its bursts hold, so pages neither lose nor repeat an event. A burst ends with its
 * page.
 */
export async function listBursts(db: Database, request: BurstRequest): Promise<BurstPage> {
  const isBackwards = request.cursor?.direction === "before";
  return inReadTransaction(db.pool, LIST_TIME, async (client) => {
    const { rows, events, taken } = await readPage(db, client, request);
    const page = rows.slice(0, taken);
    const shown = events.slice(0, taken);
    if (isBackwards) {
      page.reverse();
      shown.reverse();
    }
    const [first] = page;
    return {
      bursts: fold(shown, { ...request, limit: shown.length }).bursts,
      topCursor: first === undefined ? null : rowMarker(first, "before", request.fingerprint),
      ...pageMarkers(page, rows.length > taken, request),
    };
  });
}

type Read = { readonly rows: EventColumns[]; readonly events: Event[]; readonly taken: number };

/** The rows of the page in the order in which they are read, and at least one more if there is one. */
async function readPage(db: Database, client: pg.PoolClient, request: BurstRequest): Promise<Read> {
  const { limit, search } = request;
  const predicate = await resolveSearch(client, search.where);
  const direction = readingDirection(request);
  const most = request.fold ? Math.max(LOOK_AHEAD, limit) : limit;
  const rows: EventColumns[] = [];
  const events: Event[] = [];
  const readUpTo = async (count: number) => {
    const after = rows.at(-1) ?? request.cursor;
    const wanted = count - rows.length;
    const found = await findRows(client, { predicate, range: search.range, direction, after, limit: wanted });
    rows.push(...found);
    events.push(...(await toEventsWithOrigins(db.terms, client, found)));
    return found.length < wanted;
  };
  for (const look of LOOKS) {
    const isAll = await readUpTo(Math.min(most, limit * look) + 1);
    const { taken } = fold(events.slice(0, most), request);
    const isFull = taken < Math.min(events.length, most) || events.length > most;
    if (isAll || isFull) return { rows, events, taken };
  }
  await readUpTo(most + 1);
  return { rows, events, taken: fold(events.slice(0, most), request).taken };
}

function fold(events: readonly Event[], request: BurstRequest): Folded {
  const { limit: most, dayOf } = request;
  return request.fold ? foldEvents(events, { most, dayOf }) : unfolded(events, most);
}
