import { SearchParameters } from "#app/api/contract/parameters.ts";
import { readSearch } from "#app/api/read-search.ts";
import { database } from "#lib/db/database.ts";
import { readGaps } from "#lib/db/gaps/read-gaps.ts";
import { jsonResponse, respond } from "#lib/server/http.ts";

/** GET /api/gaps: of which times nothing was loaded, or nothing of some accounts and regions (q, from, to). */
export function GET(request: Request): Promise<Response> {
  return respond(request, async () => {
    const asked = readSearch(request, SearchParameters);
    if (asked instanceof Response) return asked;
    return jsonResponse(await readGaps(database(), asked.search, Date.now()));
  });
}
