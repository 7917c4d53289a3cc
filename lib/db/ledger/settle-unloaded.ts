import type { Database } from "#lib/db/database.ts";
import { execute, sql } from "#lib/db/sql/raw.ts";
import type { ObjectFacts } from "#lib/db/write/prepared.ts";

/** An object that was not loaded, and why: a sentence, and for a failure what to do about it. */
export type Unloaded = {
  readonly facts: ObjectFacts;
  readonly state: "skipped" | "failed";
  readonly code: string;
  readonly reason: string;
  readonly remedy: string | null;
};

/**
 * Enters objects in the ledger that were not loaded. One that was loaded before and has failed now keeps its counts,
 * since what it brought is still there; one that is merely skipped now keeps its entry.
 */
export async function settleUnloaded(
  db: Database,
  sourceId: string,
  jobId: string | null,
  unloaded: readonly Unloaded[],
): Promise<void> {
  const column = <T>(of: (one: Unloaded) => T) => unloaded.map(of);
  await execute(
    db.pool,
    sql`insert into log_object (source_id, key, etag, size, last_modified, state, reason_code, reason, remedy,
          account, region, log_date, job_id)
        select ${sourceId}::uuid, key, etag, size, to_timestamp(modified / 1000.0), state, code, reason, remedy,
          account, region, log_date, ${jobId}::uuid
        from unnest(${column((one) => one.facts.key)}::text[], ${column((one) => one.facts.etag)}::text[],
          ${column((one) => one.facts.size)}::bigint[], ${column((one) => one.facts.lastModified)}::bigint[],
          ${column((one) => one.state)}::text[], ${column((one) => one.code)}::text[],
          ${column((one) => one.reason)}::text[], ${column((one) => one.remedy)}::text[],
          ${column((one) => one.facts.account)}::text[], ${column((one) => one.facts.region)}::text[],
          ${column((one) => one.facts.date)}::date[])
          as unloaded (key, etag, size, modified, state, code, reason, remedy, account, region, log_date)
        on conflict (source_id, key) do update
          set etag = excluded.etag, size = excluded.size, last_modified = excluded.last_modified,
              state = excluded.state, reason_code = excluded.reason_code, reason = excluded.reason,
              remedy = excluded.remedy, job_id = excluded.job_id, settled_at = now()
          where log_object.state <> 'loaded' or excluded.state = 'failed'`,
  );
}
