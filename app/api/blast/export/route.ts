import { BlastParameters } from "#app/api/contract/blast-schemas.ts";
import { readParameters } from "#app/api/read-parameters.ts";
import { readBlastRequest } from "#app/read-blast-request.ts";
import { readBlast } from "#lib/db/blast/read-blast.ts";
import { database } from "#lib/db/database.ts";
import { blastToCsv } from "#lib/event/blast-csv.ts";
import { Failure } from "#lib/server/failure.ts";
import { respond } from "#lib/server/http.ts";

/** GET /api/blast/export?from=…: the resources of a blast radius as CSV. */
export function GET(request: Request): Promise<Response> {
  return respond(request, async () => {
    const parameters = readParameters(request, BlastParameters);
    if (parameters instanceof Response) return parameters;
    const { subject, range } = readBlastRequest(parameters, Date.now());
    const blast = await readBlast(database(), subject, range);
    if (blast === null) throw new Failure("not-found", "No loaded credential belongs to this.");
    const name = `${subject.kind}-${subject.value}`.replace(/[^A-Za-z0-9.-]+/g, "-").slice(0, 80);
    return new Response(blastToCsv(blast), {
      headers: {
        "content-type": "text/csv; charset=utf-8; header=present",
        "content-disposition": `attachment; filename="blast-${name}.csv"`,
        "cache-control": "no-store",
      },
    });
  });
}
