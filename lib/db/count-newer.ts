import type { Database } from "#lib/db/database.ts";
import { findRows } from "#lib/db/read/find-rows.ts";
import { resolveSearch } from "#lib/db/read/resolve-search.ts";
import { inReadTransaction } from "#lib/db/sql/raw.ts";
import type { Cursor } from "#lib/search/cursor.ts";
import type { Search } from "#lib/search/search.ts";
import type { EventCount } from "#lib/search/summary.ts";

/** More are not counted: whoever reads is told that there are at least so many. */
const MOST = 1_000;
const TIME_LIMIT = 5_000;

/**
 * How many events of a search lie before a place in its list, newest first: what has come since the list was read.
 * CloudTrail delivers some events late; those that belong further down are not among these.
 */
export async function countNewer(
  db: Database,
  search: Search,
  place: Pick<Cursor, "time" | "uuid" | "account">,
): Promise<EventCount> {
  return inReadTransaction(db.pool, TIME_LIMIT, async (client) => {
    const found = await findRows(client, {
      predicate: await resolveSearch(client, search.where),
      range: {
        from: Math.max(search.range.from ?? place.time * 1000, place.time * 1000),
        to: search.range.to,
      },
      direction: "oldest-first",
      after: place,
      limit: MOST + 1,
    });
    return { count: Math.min(found.length, MOST), exact: found.length <= MOST };
  });
}
