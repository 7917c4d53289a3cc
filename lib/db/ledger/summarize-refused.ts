import * as z from "zod";
import type { Database } from "#lib/db/database.ts";
import { rows, sql } from "#lib/db/sql/raw.ts";
import { NAMED_REFUSALS } from "#lib/db/write/prepared.ts";

/** Records that could not become events, for the same reason, of the objects that one job loaded. */
export type RefusedGroup = {
  readonly records: number;
  /** As it was said of one of them: it may name what was found there. */
  readonly message: string;
  /** The log object of that one, and its place in it, from 0. */
  readonly key: string;
  readonly ordinal: number;
};

const Row = z.object({
  records: z.coerce.number(),
  message: z.string(),
  key: z.string(),
  ordinal: z.int(),
});

/**
 * Why records of a job's objects were refused, the most frequent reason first; those that were only counted come
 * last.
 */
export async function summarizeRefused(
  db: Database,
  sourceId: string,
  jobId: string,
): Promise<RefusedGroup[]> {
  const named = await rows(
    db.pool,
    Row,
    sql`select count(*) as records, (array_agg(r.message order by r.key, r.ordinal))[1] as message,
          (array_agg(r.key order by r.key, r.ordinal))[1] as key,
          (array_agg(r.ordinal order by r.key, r.ordinal))[1] as ordinal
        from refused_record r join log_object o on o.source_id = r.source_id and o.key = r.key
        where r.source_id = ${sourceId}::uuid and o.job_id = ${jobId}::uuid
        group by r.code order by count(*) desc, r.code`,
  );
  const counted = await rows(
    db.pool,
    Row,
    sql`select sum(refused - ${NAMED_REFUSALS}::int) as records, min(key) as key, ${NAMED_REFUSALS}::int as ordinal,
          ${`The same objects hold more like these: of each, the first ${NAMED_REFUSALS.toLocaleString("en")} are named.`} as message
        from log_object
        where source_id = ${sourceId}::uuid and job_id = ${jobId}::uuid and refused > ${NAMED_REFUSALS}::int
        having count(*) > 0`,
  );
  return [...named, ...counted];
}
