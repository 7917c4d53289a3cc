import { HistogramParameters } from "#app/api/contract/parameters.ts";
import { readSearch } from "#app/api/read-search.ts";
import { database } from "#lib/db/database.ts";
import { readHistogram } from "#lib/db/read-histogram.ts";
import { jsonResponse, respond } from "#lib/server/http.ts";

/**
 * GET /api/histogram: how many events of a search there are over time, apart by whether they read, wrote or did not
 * succeed.
 */
export function GET(request: Request): Promise<Response> {
  return respond(request, async () => {
    const asked = readSearch(request, HistogramParameters);
    if (asked instanceof Response) return asked;
    return jsonResponse(await readHistogram(database(), asked.search, { most: asked.parameters.buckets }));
  });
}
