import * as z from "zod";
import type { Database } from "#lib/db/database.ts";
import { rows, sql } from "#lib/db/sql/raw.ts";

export type UnloadedObject = {
  readonly key: string;
  readonly etag: string | null;
  readonly size: number;
  /** Milliseconds since 1970 UTC. */
  readonly lastModified: number | null;
  readonly state: "skipped" | "failed";
  readonly code: string;
  readonly reason: string;
  readonly remedy: string | null;
  readonly settledAt: Date;
};

const Row = z.object({
  key: z.string(),
  etag: z.string().nullable(),
  size: z.coerce.number(),
  lastModified: z.coerce.number().nullable(),
  state: z.enum(["skipped", "failed"]),
  code: z.string(),
  reason: z.string(),
  remedy: z.string().nullable(),
  settledAt: z.date(),
});

export type UnloadedQuery = {
  readonly sourceId: string;
  readonly state: "skipped" | "failed";
  /** Only those with this reason's code. */
  readonly code?: string;
  /** Only those that this job settled. */
  readonly jobId?: string;
  readonly after?: string;
  readonly limit: number;
};

/** Objects of a source that are not loaded, with the reason, in key order after `after`. */
export async function listUnloaded(db: Database, query: UnloadedQuery): Promise<UnloadedObject[]> {
  return rows(
    db.pool,
    Row,
    sql`select key, etag, size, (extract(epoch from last_modified) * 1000)::bigint as "lastModified", state,
          coalesce(reason_code, 'internal') as code, coalesce(reason, '') as reason, remedy, settled_at as "settledAt"
        from log_object where source_id = ${query.sourceId}::uuid and state = ${query.state}
          and (${query.code ?? null}::text is null or coalesce(reason_code, 'internal') = ${query.code ?? null})
          and (${query.jobId ?? null}::uuid is null or job_id = ${query.jobId ?? null}::uuid)
          and key > ${query.after ?? ""} order by key limit ${query.limit}`,
  );
}
