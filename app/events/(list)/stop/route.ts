import * as z from "zod";
import { readBody } from "#app/api/read-body.ts";
import { respond } from "#lib/server/http.ts";
import { runningSearches } from "#lib/server/running-searches.ts";
import { requireSameOrigin } from "#lib/server/same-origin.ts";

const Search = z.strictObject({ tab: z.string().max(32), step: z.int().min(0) });

/** Stops a search that a tab of the explorer runs, which then says so; for the explorer's own use. */
export function POST(request: Request): Promise<Response> {
  return respond(request, async () => {
    requireSameOrigin(request);
    const search = await readBody(request, Search);
    if (search instanceof Response) return search;
    runningSearches().stop(search);
    return new Response(null, { status: 204 });
  });
}
