import { SyncBody } from "#app/api/contract/source-parameters.ts";
import { notFound, readBody, readId } from "#app/api/read-body.ts";
import { toJobView } from "#app/to-source-view.ts";
import { database } from "#lib/db/database.ts";
import { requestSync } from "#lib/db/jobs/request-sync.ts";
import { findSource } from "#lib/db/sources/find-source.ts";
import { jsonResponse, respond } from "#lib/server/http.ts";
import { requireSameOrigin } from "#lib/server/same-origin.ts";

/**
 * POST /api/sources/{id}/sync: asks for a run; `full` lists everything again. Where one waits or works already,
 * that one is the answer.
 */
export function POST(
  request: Request,
  { params }: { readonly params: Promise<{ readonly id: string }> },
): Promise<Response> {
  return respond(request, async () => {
    requireSameOrigin(request);
    const id = readId((await params).id, "source");
    const wish = await readBody(request, SyncBody);
    if (wish instanceof Response) return wish;
    const db = database();
    if ((await findSource(db, id)) === null) throw notFound("source");
    const job = await requestSync(db, { sourceId: id, trigger: "person", full: wish.full });
    return jsonResponse({ job: toJobView(job) }, 202);
  });
}
