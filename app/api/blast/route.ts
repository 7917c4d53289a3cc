import { BlastParameters } from "#app/api/contract/blast-schemas.ts";
import { readParameters } from "#app/api/read-parameters.ts";
import { readBlastRequest } from "#app/read-blast-request.ts";
import { readBlast } from "#lib/db/blast/read-blast.ts";
import { database } from "#lib/db/database.ts";
import { Failure } from "#lib/server/failure.ts";
import { jsonResponse, respond } from "#lib/server/http.ts";

/** GET /api/blast?from=key:…: how far a key, session, address or person reached; `since` and `until` bound it. */
export function GET(request: Request): Promise<Response> {
  return respond(request, async () => {
    const parameters = readParameters(request, BlastParameters);
    if (parameters instanceof Response) return parameters;
    const { subject, range } = readBlastRequest(parameters, Date.now());
    const blast = await readBlast(database(), subject, range);
    if (blast === null) throw new Failure("not-found", "No loaded credential belongs to this.");
    return jsonResponse(blast);
  });
}
