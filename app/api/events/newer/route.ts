import { NewerParameters } from "#app/api/contract/parameters.ts";
import { readSearch } from "#app/api/read-search.ts";
import { countNewer } from "#lib/db/count-newer.ts";
import { database } from "#lib/db/database.ts";
import { Failure } from "#lib/server/failure.ts";
import { jsonResponse, respond } from "#lib/server/http.ts";

/** GET /api/events/newer: how many events of a search lie before `cursor` in its list, newest first; 1,000 at most. */
export function GET(request: Request): Promise<Response> {
  return respond(request, async () => {
    const asked = readSearch(request, NewerParameters);
    if (asked instanceof Response) return asked;
    const { search, cursor } = asked;
    if (cursor === null) throw new Failure("bad-query", "cursor is missing: it says where the list begins.");
    return jsonResponse(await countNewer(database(), search, cursor));
  });
}
