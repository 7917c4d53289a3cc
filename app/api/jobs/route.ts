import { JobsParameters } from "#app/api/contract/source-parameters.ts";
import { toProblems } from "#app/api/read-body.ts";
import { toJobView } from "#app/to-source-view.ts";
import { database } from "#lib/db/database.ts";
import { listJobs } from "#lib/db/jobs/list-jobs.ts";
import { Failure } from "#lib/server/failure.ts";
import { jsonResponse, problemResponse, respond } from "#lib/server/http.ts";

/** GET /api/jobs: the newest jobs with their progress, of one source (`source`) or of all; `limit` 1 to 500. */
export function GET(request: Request): Promise<Response> {
  return respond(request, async () => {
    const url = new URL(request.url);
    const wanted = JobsParameters.safeParse(Object.fromEntries(url.searchParams));
    if (!wanted.success) {
      const problems = toProblems(wanted.error);
      return problemResponse(new Failure("bad-request", problems[0]?.message ?? ""), url.pathname, problems);
    }
    const { source, limit } = wanted.data;
    const jobs = await listJobs(database(), { limit, ...(source && { sourceId: source }) });
    return jsonResponse({ jobs: jobs.map(toJobView) });
  });
}
