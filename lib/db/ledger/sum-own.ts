import * as z from "zod";
import type { Database } from "#lib/db/database.ts";
import { type Job, type JobProgress, NO_PROGRESS } from "#lib/db/jobs/job.ts";
import { rows, sql } from "#lib/db/sql/raw.ts";

const Row = z.object({
  loaded: z.coerce.number(),
  skipped: z.coerce.number(),
  failed: z.coerce.number(),
  records: z.coerce.number(),
  events: z.coerce.number(),
  duplicates: z.coerce.number(),
  refused: z.coerce.number(),
  bytes: z.coerce.number(),
});

/** What this job settled among the keys of its source from `first` to `last`, both included. */
export async function sumOwn(db: Database, job: Job, first: string, last: string): Promise<JobProgress> {
  const [sum] = await rows(
    db.pool,
    Row,
    sql`select count(*) filter (where state = 'loaded') as loaded, count(*) filter (where state = 'skipped') as skipped,
          count(*) filter (where state = 'failed') as failed, coalesce(sum(records), 0) as records,
          coalesce(sum(events), 0) as events, coalesce(sum(duplicates), 0) as duplicates,
          coalesce(sum(refused), 0) as refused, coalesce(sum(size) filter (where state = 'loaded'), 0) as bytes
        from log_object where source_id = ${job.sourceId}::uuid and key between ${first} and ${last}
          and job_id = ${job.id}::uuid`,
  );
  if (sum === undefined) return NO_PROGRESS;
  const { loaded, skipped, failed, ...content } = sum;
  return {
    objectsSeen: loaded + skipped + failed,
    objectsLoaded: loaded,
    objectsAlready: 0,
    objectsSkipped: skipped,
    objectsFailed: failed,
    ...content,
  };
}
