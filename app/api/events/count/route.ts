import { readSearch } from "#app/api/read-search.ts";
import { countEvents } from "#lib/db/count-events.ts";
import { database } from "#lib/db/database.ts";
import { jsonResponse, respond } from "#lib/server/http.ts";

/** GET /api/events/count: how many events a search finds; `exact` false means at least so many. */
export function GET(request: Request): Promise<Response> {
  return respond(request, async () => {
    const asked = readSearch(request);
    if (asked instanceof Response) return asked;
    return jsonResponse(await countEvents(database(), asked.search));
  });
}
