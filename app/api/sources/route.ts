import { readSourceInput } from "#app/api/sources/read-source-input.ts";
import { toJobView, toSourceView } from "#app/to-source-view.ts";
import { database } from "#lib/db/database.ts";
import { listSources } from "#lib/db/sources/list-sources.ts";
import { addBucketSource, addLookupSource } from "#lib/ingest/add-source.ts";
import { jsonResponse, respond } from "#lib/server/http.ts";
import { requireSameOrigin } from "#lib/server/same-origin.ts";

/** GET /api/sources: every source with its figures and its newest job. */
export function GET(request: Request): Promise<Response> {
  return respond(request, async () => {
    const listed = await listSources(database());
    const now = Date.now();
    return jsonResponse({ sources: listed.map((one) => toSourceView(one, now)) });
  });
}

/**
 * POST /api/sources: adds a bucket, or with `kind: "lookup"` a source of LookupEvents, or changes the settings of the
 * one that is there; and asks for a run. `keepDays`: how long its events are kept (null: for ever, as if not named for
 * one that is new).
 */
export function POST(request: Request): Promise<Response> {
  return respond(request, async () => {
    requireSameOrigin(request);
    const asked = await readSourceInput(request);
    if (asked instanceof Response) return asked;
    const { source, job } =
      asked.kind === "lookup"
        ? await addLookupSource(database(), asked.input)
        : await addBucketSource(database(), asked.input);
    return jsonResponse({ source, job: toJobView(job) }, 201);
  });
}
