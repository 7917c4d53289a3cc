import { FacetParameters } from "#app/api/contract/parameters.ts";
import { readSearch } from "#app/api/read-search.ts";
import { database } from "#lib/db/database.ts";
import { readFacets } from "#lib/db/read-facets.ts";
import { parseFacetFields } from "#lib/search/facet-parameters.ts";
import type { FacetsAnswer } from "#lib/search/summary.ts";
import { Failure } from "#lib/server/failure.ts";
import { jsonResponse, problemResponse, respond } from "#lib/server/http.ts";

/** GET /api/facets: the top values of fields with their counts, each counted without the search's own filter on it. */
export function GET(request: Request): Promise<Response> {
  return respond(request, async () => {
    const asked = readSearch(request, FacetParameters);
    if (asked instanceof Response) return asked;
    const { pathname, searchParams } = new URL(request.url);
    const { fields, problems } = parseFacetFields(searchParams.getAll("field"));
    const [first] = problems;
    if (first !== undefined) {
      return problemResponse(new Failure("bad-query", first.message), pathname, problems);
    }
    const { limit, search: text = null } = asked.parameters;
    const facets = await readFacets(database(), { search: asked.search, fields, limit, text });
    return jsonResponse({ facets } satisfies FacetsAnswer);
  });
}
