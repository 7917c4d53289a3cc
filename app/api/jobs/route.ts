import { JobsParameters } from "#app/api/contract/source-parameters.ts";
import { readParameters } from "#app/api/read-parameters.ts";
import { toJobView } from "#app/to-source-view.ts";
import { database } from "#lib/db/database.ts";
import { listJobs } from "#lib/db/jobs/list-jobs.ts";
import { jsonResponse, respond } from "#lib/server/http.ts";

/** GET /api/jobs: the newest jobs with their progress, of one source (`source`) or of all; `limit` 1 to 500. */
export function GET(request: Request): Promise<Response> {
  return respond(request, async () => {
    const wanted = readParameters(request, JobsParameters);
    if (wanted instanceof Response) return wanted;
    const { source, limit } = wanted;
    const jobs = await listJobs(database(), { limit, ...(source && { sourceId: source }) });
    return jsonResponse({ jobs: jobs.map(toJobView) });
  });
}
