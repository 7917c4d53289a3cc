import * as z from "zod";
import { toProblems } from "#app/api/read-body.ts";
import { toJobView } from "#app/to-source-view.ts";
import { database } from "#lib/db/database.ts";
import { listJobs } from "#lib/db/jobs/list-jobs.ts";
import { Failure } from "#lib/server/failure.ts";
import { jsonResponse, problemResponse, respond } from "#lib/server/http.ts";

const Wanted = z.object({
  source: z.uuid({ error: "source is the id of a source." }).optional(),
  limit: z.coerce
    .number({ error: "limit is a whole number from 1 to 500." })
    .int()
    .min(1)
    .max(500, { error: "limit is a whole number from 1 to 500." })
    .default(50),
});

/** GET /api/jobs: the newest jobs with their progress, of one source (`source`) or of all; `limit` 1 to 500. */
export function GET(request: Request): Promise<Response> {
  return respond(request, async () => {
    const url = new URL(request.url);
    const wanted = Wanted.safeParse(Object.fromEntries(url.searchParams));
    if (!wanted.success) {
      const problems = toProblems(wanted.error);
      return problemResponse(new Failure("bad-request", problems[0]?.message ?? ""), url.pathname, problems);
    }
    const { source, limit } = wanted.data;
    const jobs = await listJobs(database(), { limit, ...(source && { sourceId: source }) });
    return jsonResponse({ jobs: jobs.map(toJobView) });
  });
}
