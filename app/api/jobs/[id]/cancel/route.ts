import { notFound, readId } from "#app/api/read-body.ts";
import { toJobView } from "#app/to-source-view.ts";
import { database } from "#lib/db/database.ts";
import { cancelJob } from "#lib/db/jobs/cancel-job.ts";
import { findJob } from "#lib/db/jobs/list-jobs.ts";
import { Failure } from "#lib/server/failure.ts";
import { jsonResponse, respond } from "#lib/server/http.ts";
import { requireSameOrigin } from "#lib/server/same-origin.ts";

/** POST /api/jobs/{id}/cancel: asks a job to stop. What it has loaded stays. */
export function POST(
  request: Request,
  { params }: { readonly params: Promise<{ readonly id: string }> },
): Promise<Response> {
  return respond(request, async () => {
    requireSameOrigin(request);
    const id = readId((await params).id, "job");
    const db = database();
    const isAsked = await cancelJob(db, id);
    const job = await findJob(db, id);
    if (job === null) throw notFound("job");
    if (!isAsked) throw new Failure("conflict", `The job has ended already: ${job.state}.`);
    return jsonResponse({ job: toJobView(job) }, 202);
  });
}
