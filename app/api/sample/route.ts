import { toJobView } from "#app/to-source-view.ts";
import { database } from "#lib/db/database.ts";
import { addSampleSource } from "#lib/ingest/add-source.ts";
import { jsonResponse, respond } from "#lib/server/http.ts";
import { requireSameOrigin } from "#lib/server/same-origin.ts";

/** POST /api/sample: adds the sample trail and asks for a run. */
export function POST(request: Request): Promise<Response> {
  return respond(request, async () => {
    requireSameOrigin(request);
    const { source, job } = await addSampleSource(database());
    return jsonResponse({ source, job: toJobView(job) }, 201);
  });
}
