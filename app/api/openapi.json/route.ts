import { ENDPOINTS } from "#app/api/contract/endpoints.ts";
import { toOpenApi } from "#app/api/contract/openapi.ts";
import { jsonResponse, respond } from "#lib/server/http.ts";

/** GET /api/openapi.json: the whole HTTP contract, made from the schemas that check the requests. */
export function GET(request: Request): Promise<Response> {
  return respond(request, async () => jsonResponse(toOpenApi(ENDPOINTS)));
}
