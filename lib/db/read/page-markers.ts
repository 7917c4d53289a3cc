import type { EventColumns } from "#lib/db/read/event-columns.ts";
import { type Cursor, encodeCursor } from "#lib/search/cursor.ts";

export type PageMarkers = {
  /** The marker of the page behind the last event; null where there is nothing more. */
  readonly nextCursor: string | null;
  readonly prevCursor: string | null;
};

type Asked = { readonly cursor: Cursor | null; readonly fingerprint: string };

/**
 * The markers of a page, whose rows are in the order of reading. `hasMore`: there are further rows in the direction
 * in which it was read.
 */
export function pageMarkers(page: readonly EventColumns[], hasMore: boolean, asked: Asked): PageMarkers {
  const isBackwards = asked.cursor?.direction === "before";
  const [first, last] = [page[0], page.at(-1)];
  // Whoever came from a page can go back to it; in the direction of reading, one row too many tells.
  const hasNext = isBackwards || hasMore;
  const hasPrevious = isBackwards ? hasMore : asked.cursor !== null;
  return {
    nextCursor: hasNext && last !== undefined ? rowMarker(last, "after", asked.fingerprint) : null,
    prevCursor: hasPrevious && first !== undefined ? rowMarker(first, "before", asked.fingerprint) : null,
  };
}

/** The marker of what lies before or after this row. */
export function rowMarker(row: EventColumns, direction: Cursor["direction"], fingerprint: string): string {
  return encodeCursor({ time: row.time, uuid: row.uuid, account: row.account, direction, fingerprint });
}
