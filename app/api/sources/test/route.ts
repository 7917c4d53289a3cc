import { readBody } from "#app/api/read-body.ts";
import { BucketInput } from "#lib/ingest/bucket-input.ts";
import { testConnection } from "#lib/ingest/test-connection.ts";
import { jsonResponse, respond } from "#lib/server/http.ts";
import { requireSameOrigin } from "#lib/server/same-origin.ts";

/** POST /api/sources/test: looks at a bucket and tells what is in it. Loads and keeps nothing. */
export function POST(request: Request): Promise<Response> {
  return respond(request, async () => {
    requireSameOrigin(request);
    const input = await readBody(request, BucketInput);
    if (input instanceof Response) return input;
    return jsonResponse(await testConnection(input, request.signal));
  });
}
