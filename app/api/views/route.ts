import { readBody } from "#app/api/read-body.ts";
import { database } from "#lib/db/database.ts";
import { listViews } from "#lib/db/views/list-views.ts";
import { saveView } from "#lib/db/views/save-view.ts";
import { canonicalQuery, NewView } from "#lib/search/saved-view.ts";
import { Failure } from "#lib/server/failure.ts";
import { jsonResponse, problemResponse, respond } from "#lib/server/http.ts";
import { requireSameOrigin } from "#lib/server/same-origin.ts";

/** GET /api/views: the saved views, by name. */
export function GET(request: Request): Promise<Response> {
  return respond(request, async () => jsonResponse({ views: await listViews(database()) }));
}

/**
 * POST /api/views: saves a view: `name`, `description`, `ownerNote`, and `query`, the query string of its address.
 * A view that cannot be read is refused with what is wrong and where.
 */
export function POST(request: Request): Promise<Response> {
  return respond(request, async () => {
    requireSameOrigin(request);
    const body = await readBody(request, NewView);
    if (body instanceof Response) return body;
    const { query, problems } = canonicalQuery(body.query, Date.now());
    const [first] = problems;
    if (first !== undefined) {
      return problemResponse(
        new Failure("bad-query", first.message),
        new URL(request.url).pathname,
        problems,
      );
    }
    return jsonResponse({ view: await saveView(database(), { ...body, query }) }, 201);
  });
}
