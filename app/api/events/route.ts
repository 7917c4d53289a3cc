import { readAddressBook, withPlace } from "#app/address-book.ts";
import { readSearch } from "#app/api/read-search.ts";
import { database } from "#lib/db/database.ts";
import { listEvents } from "#lib/db/list-events.ts";
import { readCoverage } from "#lib/db/read-coverage.ts";
import { readPlaceCoverage } from "#lib/db/read-place-coverage.ts";
import { jsonResponse, respond } from "#lib/server/http.ts";

/**
 * GET /api/events: one page of events, newest first unless `order=asc`. Where there are none and the query names
 * accounts or regions, `coverage.place` is `{accounts, regions, isLoaded}`: whether any log of theirs in this time
 * was loaded. It is null otherwise. Bursts are never folded here: `fold`, which a copied address may carry, is for
 * the pages.
 */
export function GET(request: Request): Promise<Response> {
  return respond(request, async () => {
    const asked = readSearch(request);
    if (asked instanceof Response) return asked;
    const { view, search, cursor, fingerprint } = asked;
    const db = database();
    const [{ events, ...page }, coverage, book] = await Promise.all([
      listEvents(db, { search, cursor, fingerprint, limit: view.limit, order: view.order }),
      readCoverage(db, search.range),
      readAddressBook(),
    ]);
    const place = events.length === 0 ? await readPlaceCoverage(db, search) : null;
    return jsonResponse({
      events: events.map((event) => withPlace(event, book)),
      ...page,
      coverage: { ...coverage, place },
    });
  });
}
