import type { Database } from "#lib/db/database.ts";
import { addOrigins } from "#lib/db/read/add-origins.ts";
import type { EventColumns } from "#lib/db/read/event-columns.ts";
import { findRows } from "#lib/db/read/find-rows.ts";
import { resolveSearch } from "#lib/db/read/resolve-search.ts";
import { type Direction, reversed } from "#lib/db/read/time-order.ts";
import { toEvents } from "#lib/db/read/to-events.ts";
import { inReadTransaction } from "#lib/db/sql/raw.ts";
import type { Event } from "#lib/event/event.ts";
import { type Cursor, encodeCursor } from "#lib/search/cursor.ts";
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

export type EventPage = {
  readonly events: readonly Event[];
  /** The marker of the page behind the last event; null where there is nothing more. */
  readonly nextCursor: string | null;
  readonly prevCursor: string | null;
};

/** Milliseconds after which a search is stopped: Failure "query-timeout". */
const TIME_LIMIT = 10_000;

/** One page of a search. Pages are bounded by (time, id, account), so that events that arrive meanwhile move nothing. */
export async function listEvents(db: Database, request: ListRequest): Promise<EventPage> {
  const direction: Direction = request.order === "desc" ? "newest-first" : "oldest-first";
  const isBackwards = request.cursor?.direction === "before";
  return inReadTransaction(db.pool, TIME_LIMIT, async (client) => {
    const found = await findRows(client, {
      predicate: await resolveSearch(client, request.search.where),
      range: request.search.range,
      direction: isBackwards ? reversed(direction) : direction,
      after: request.cursor,
      limit: request.limit + 1,
    });
    const hasMore = found.length > request.limit;
    const page = found.slice(0, request.limit);
    if (isBackwards) page.reverse();
    const [first, last] = [page[0], page.at(-1)];
    // Whoever came from a page can go back to it; in the direction of reading, one row too many tells.
    const hasNext = isBackwards || hasMore;
    const hasPrevious = isBackwards ? hasMore : request.cursor !== null;
    return {
      events: await addOrigins(db.terms, client, page, await toEvents(db.terms, client, page)),
      nextCursor: hasNext && last !== undefined ? marker(last, "after", request) : null,
      prevCursor: hasPrevious && first !== undefined ? marker(first, "before", request) : null,
    };
  });
}

function marker(row: EventColumns, direction: Cursor["direction"], { fingerprint }: ListRequest): string {
  return encodeCursor({ time: row.time, uuid: row.uuid, account: row.account, direction, fingerprint });
}
