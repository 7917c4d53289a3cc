import { ResourceParameters } from "#app/api/contract/resource-schemas.ts";
import { readParameters } from "#app/api/read-parameters.ts";
import { readSubject } from "#app/api/read-subject.ts";
import { database } from "#lib/db/database.ts";
import { readResource } from "#lib/db/resources/read-resource.ts";
import { Failure } from "#lib/server/failure.ts";
import { jsonResponse, respond } from "#lib/server/http.ts";

/**
 * GET /api/resources/{ARN, id or name}: what the loaded events tell of a thing. `type` and `account` say which is meant
 * where several things have one name.
 */
export function GET(request: Request): Promise<Response> {
  return respond(request, async () => {
    const parameters = readParameters(request, ResourceParameters);
    if (parameters instanceof Response) return parameters;
    const id = readSubject(request);
    const { type = null, account = null } = parameters;
    const story = await readResource(database(), { id, type, account });
    if (story === null) throw new Failure("not-found", "No loaded event names this resource.");
    return jsonResponse(story);
  });
}
