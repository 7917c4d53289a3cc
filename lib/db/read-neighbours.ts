import type { Database } from "#lib/db/database.ts";
import { findRows } from "#lib/db/read/find-rows.ts";
import { resolveSearch } from "#lib/db/read/resolve-search.ts";
import type { Direction } from "#lib/db/read/time-order.ts";
import { toEventsWithOrigins } from "#lib/db/read/with-origins.ts";
import { inReadTransaction } from "#lib/db/sql/raw.ts";
import type { Event } from "#lib/event/event.ts";
import { type Neighbourhood, neighbourhoodsOf } from "#lib/search/neighbourhoods.ts";
import type { TimeRange } from "#lib/search/search.ts";
import { toSearch } from "#lib/search/view-url.ts";

/**
 * The events of one neighbourhood that are nearest in time, without the event itself, each with who is behind it;
 * oldest first, never empty.
 */
export type Neighbours = Neighbourhood & {
  readonly events: readonly Event[];
  /** True where the neighbourhood has more than are listed. */
  readonly isMore: boolean;
};

const MOST_LISTED = 10;
/** Milliseconds for one neighbourhood: Failure "query-timeout". */
const TIME_LIMIT = 5_000;

/** What lies around an event, in the order of `neighbourhoodsOf`; a neighbourhood without events is left out. */
export async function readNeighbours(db: Database, event: Event): Promise<readonly Neighbours[]> {
  const found: Neighbours[] = [];
  // One after the other: a page about one event takes no more than one connection.
  for (const neighbourhood of neighbourhoodsOf(event)) {
    const { events, isMore } = await readOne(db, event, neighbourhood);
    if (events.length > 0) found.push({ ...neighbourhood, events, isMore });
  }
  return found;
}

async function readOne(
  db: Database,
  event: Event,
  { q, from, to }: Neighbourhood,
): Promise<Pick<Neighbours, "events" | "isMore">> {
  const at = Date.parse(event.eventTime);
  // Its bounds are absolute times: no clock is asked.
  const { search } = toSearch({ q, from, to }, 0);
  return inReadTransaction(db.pool, TIME_LIMIT, async (client) => {
    const predicate = await resolveSearch(client, search.where);
    const take = (direction: Direction, range: TimeRange) =>
      findRows(client, { predicate, range, direction, after: null, limit: MOST_LISTED + 2 });
    // Both hold the event's own second, in which others may stand on either side of it.
    const before = await take("newest-first", { from: search.range.from, to: at + 1_000 });
    const after = await take("oldest-first", { from: at, to: search.range.to });
    const others = [
      ...new Map([...before.toReversed(), ...after].map((row) => [key(row), row])).values(),
    ].filter(({ uuid }) => uuid !== event.eventId);
    const nearest = others
      .toSorted((one, other) => Math.abs(one.time * 1_000 - at) - Math.abs(other.time * 1_000 - at))
      .slice(0, MOST_LISTED)
      .toSorted((one, other) => one.time - other.time);
    const events = await toEventsWithOrigins(db.terms, client, nearest);
    return { events, isMore: others.length > MOST_LISTED };
  });
}

function key({ uuid, account }: { readonly uuid: string; readonly account: number }): string {
  return `${uuid} ${account}`;
}
