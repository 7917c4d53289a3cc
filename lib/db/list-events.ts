import type { Database } from "#lib/db/database.ts";
import { findRows } from "#lib/db/read/find-rows.ts";
import { type PageMarkers, pageMarkers } from "#lib/db/read/page-markers.ts";
import { resolveSearch } from "#lib/db/read/resolve-search.ts";
import { type Direction, reversed } from "#lib/db/read/time-order.ts";
import { toEventsWithOrigins } from "#lib/db/read/with-origins.ts";
import { inReadTransaction } from "#lib/db/sql/raw.ts";
import type { Event } from "#lib/event/event.ts";
import type { Cursor } from "#lib/search/cursor.ts";
import type { Search } from "#lib/search/search.ts";

export type ListRequest = {
  readonly search: Search;
  readonly order: "desc" | "asc";
  /** 1 to 500. */
  readonly limit: number;
  /** Of this very search; null: the first page. */
  readonly cursor: Cursor | null;
  /** Of the search and its order: goes into the page markers. */
  readonly fingerprint: string;
};

export type EventPage = PageMarkers & { readonly events: readonly Event[] };

/** Milliseconds after which a search is stopped: Failure "query-timeout". */
export const LIST_TIME = 10_000;

/**
 * One page of a search. Pages are bounded by (time, id, account), so that events that arrive meanwhile move nothing.
 */
export async function listEvents(db: Database, request: ListRequest): Promise<EventPage> {
  const isBackwards = request.cursor?.direction === "before";
  return inReadTransaction(db.pool, LIST_TIME, async (client) => {
    const found = await findRows(client, {
      predicate: await resolveSearch(client, request.search.where),
      range: request.search.range,
      direction: readingDirection(request),
      after: request.cursor,
      limit: request.limit + 1,
    });
    const page = found.slice(0, request.limit);
    if (isBackwards) page.reverse();
    return {
      events: await toEventsWithOrigins(db.terms, client, page),
      ...pageMarkers(page, found.length > request.limit, request),
    };
  });
}

/** The way through time in which the rows of a page are read: a page before another is read from its end. */
export function readingDirection({ order, cursor }: Pick<ListRequest, "order" | "cursor">): Direction {
  const direction: Direction = order === "desc" ? "newest-first" : "oldest-first";
  return cursor?.direction === "before" ? reversed(direction) : direction;
}
