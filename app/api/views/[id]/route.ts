import { notFound, readBody, readId } from "#app/api/read-body.ts";
import { database } from "#lib/db/database.ts";
import { changeView } from "#lib/db/views/change-view.ts";
import { deleteView } from "#lib/db/views/delete-view.ts";
import { canonicalQuery, ViewChange } from "#lib/search/saved-view.ts";
import { Failure } from "#lib/server/failure.ts";
import { jsonResponse, problemResponse, respond } from "#lib/server/http.ts";
import { requireSameOrigin } from "#lib/server/same-origin.ts";

type Context = { readonly params: Promise<{ readonly id: string }> };

/** PATCH /api/views/{id}: changes the name, the description, the note or the query; the short address stays. */
export function PATCH(request: Request, { params }: Context): Promise<Response> {
  return respond(request, async () => {
    requireSameOrigin(request);
    const id = readId((await params).id, "view");
    const body = await readBody(request, ViewChange);
    if (body instanceof Response) return body;
    const { name, description, ownerNote } = body;
    const read = body.query === undefined ? null : canonicalQuery(body.query, Date.now());
    const [first] = read?.problems ?? [];
    if (first !== undefined) {
      const path = new URL(request.url).pathname;
      return problemResponse(new Failure("bad-query", first.message), path, read?.problems);
    }
    const view = await changeView(database(), id, {
      ...(name !== undefined && { name }),
      ...(description !== undefined && { description }),
      ...(ownerNote !== undefined && { ownerNote }),
      ...(read !== null && { query: read.query }),
    });
    if (view === null) throw notFound("view");
    return jsonResponse({ view });
  });
}

/** DELETE /api/views/{id}: forgets the view; its short address leads nowhere from then on. */
export function DELETE(request: Request, { params }: Context): Promise<Response> {
  return respond(request, async () => {
    requireSameOrigin(request);
    const id = readId((await params).id, "view");
    if (!(await deleteView(database(), id))) throw notFound("view");
    return new Response(null, { status: 204 });
  });
}
