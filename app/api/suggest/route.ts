import { SuggestParameters } from "#app/api/contract/suggest-parameters.ts";
import { readSearch } from "#app/api/read-search.ts";
import { database } from "#lib/db/database.ts";
import { suggestValues } from "#lib/db/suggest-values.ts";
import { jsonResponse, respond } from "#lib/server/http.ts";

/**
 * GET /api/suggest: values that a query may go on with, quickly rather than completely: of a field or a path, or of
 * every field that names things, with paths of the record.
 */
export function GET(request: Request): Promise<Response> {
  return respond(request, async () => {
    const asked = readSearch(request, SuggestParameters);
    if (asked instanceof Response) return asked;
    const { field, path, prefix } = asked.parameters;
    const of = field !== undefined ? { field } : path !== undefined ? { path } : null;
    return jsonResponse(await suggestValues(database(), { search: asked.search, of, typed: prefix }));
  });
}
