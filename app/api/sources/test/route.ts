import { readSourceInput } from "#app/api/sources/read-source-input.ts";
import { testConnection } from "#lib/ingest/test-connection.ts";
import { testLookup } from "#lib/ingest/test-lookup.ts";
import { jsonResponse, respond } from "#lib/server/http.ts";
import { requireSameOrigin } from "#lib/server/same-origin.ts";

/**
 * POST /api/sources/test: looks at a bucket and tells what is in it, or with `kind: "lookup"` asks each region once.
 * Loads and keeps nothing.
 */
export function POST(request: Request): Promise<Response> {
  return respond(request, async () => {
    requireSameOrigin(request);
    const asked = await readSourceInput(request);
    if (asked instanceof Response) return asked;
    const report =
      asked.kind === "lookup"
        ? await testLookup(asked.input, request.signal)
        : await testConnection(asked.input, request.signal);
    return jsonResponse(report);
  });
}
