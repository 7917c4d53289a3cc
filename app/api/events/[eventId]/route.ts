import { readAddressBook, withPlace } from "#app/address-book.ts";
import { database } from "#lib/db/database.ts";
import { readEvent } from "#lib/db/read-event.ts";
import { Failure } from "#lib/server/failure.ts";
import { respond } from "#lib/server/http.ts";

/**
 * GET /api/events/{eventID}: the normalised event and the record as it was delivered. The record's text is put into
 * the answer as it is: parsing and printing it again would change numbers, escapes and repeated keys.
 */
export function GET(request: Request, context: RouteContext<"/api/events/[eventId]">): Promise<Response> {
  return respond(request, async () => {
    const { eventId } = await context.params;
    const [[detail, ...others], book] = await Promise.all([
      readEvent(database(), eventId),
      readAddressBook(),
    ]);
    if (detail === undefined) {
      throw new Failure("not-found", `No loaded event has the id ${eventId}.`);
    }
    const { event, chain, object, record } = detail;
    const rest = { chain, object, others: others.map((other) => withPlace(other.event, book)) };
    const body = `{"event":${JSON.stringify(withPlace(event, book))},"record":${record},${JSON.stringify(rest).slice(1)}`;
    return new Response(body, {
      headers: { "content-type": "application/json", "cache-control": "no-store" },
    });
  });
}
