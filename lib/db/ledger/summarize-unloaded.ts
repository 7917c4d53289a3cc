import * as z from "zod";
import type { Database } from "#lib/db/database.ts";
import { rows, sql } from "#lib/db/sql/raw.ts";

/** Objects of a source that were not loaded for the same reason. */
export type UnloadedGroup = {
  readonly state: "skipped" | "failed";
  readonly code: string;
  /** As it stands at one of them: it may name that one. */
  readonly reason: string;
  readonly remedy: string | null;
  readonly objects: number;
  readonly example: string;
};

const Row = z.object({
  state: z.enum(["skipped", "failed"]),
  code: z.string(),
  reason: z.string(),
  remedy: z.string().nullable(),
  objects: z.coerce.number(),
  example: z.string(),
});

/**
 * Why objects of a source are not loaded, the failed first, by code. `jobId`: only those that this job settled.
 * Reads the index of what is not loaded only.
 */
export async function summarizeUnloaded(
  db: Database,
  sourceId: string,
  jobId: string | null = null,
): Promise<UnloadedGroup[]> {
  return rows(
    db.pool,
    Row,
    sql`select state, coalesce(reason_code, 'internal') as code, (array_agg(coalesce(reason, '') order by key))[1] as reason,
          (array_agg(remedy order by key))[1] as remedy, count(*) as objects, min(key) as example
        from log_object where source_id = ${sourceId}::uuid and state <> 'loaded'
          and (${jobId}::uuid is null or job_id = ${jobId}::uuid)
        group by state, coalesce(reason_code, 'internal') order by state, count(*) desc, code`,
  );
}
