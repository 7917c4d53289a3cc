import type pg from "pg";
import * as z from "zod";
import { rows, sql } from "#lib/db/sql/raw.ts";
import type { LoadCounts, ObjectFacts } from "#lib/db/write/prepared.ts";

export type Settled = { readonly facts: ObjectFacts; readonly counts: LoadCounts };

/**
 * Enters loaded objects in the ledger. Gives the keys that were not there as loaded before (an object replaced
 * under its key is entered anew, but is still one object).
 */
export async function settleLoaded(
  client: pg.PoolClient,
  sourceId: string,
  jobId: string | null,
  settled: readonly Settled[],
): Promise<ReadonlySet<string>> {
  const keys = settled.map(({ facts }) => facts.key);
  const before = await rows(
    client,
    z.object({ key: z.string() }),
    sql`select key from log_object where source_id = ${sourceId}::uuid and key = any(${keys}::text[])
          and (state = 'loaded' or records > 0)`,
  );
  const known = new Set(before.map((row) => row.key));
  const column = <T>(of: (one: Settled) => T) => settled.map(of);
  await rows(
    client,
    z.object({}),
    sql`insert into log_object (source_id, key, etag, size, last_modified, state, account, region, log_date,
          records, events, duplicates, refused, job_id, settled_at)
        select ${sourceId}::uuid, key, etag, size, to_timestamp(modified / 1000.0), 'loaded', account, region, log_date,
          records, events, duplicates, refused, ${jobId}::uuid, now()
        from unnest(${keys}::text[], ${column((one) => one.facts.etag)}::text[], ${column((one) => one.facts.size)}::bigint[],
          ${column((one) => one.facts.lastModified)}::bigint[], ${column((one) => one.facts.account)}::text[],
          ${column((one) => one.facts.region)}::text[], ${column((one) => one.facts.date)}::date[],
          ${column((one) => one.counts.records)}::int[], ${column((one) => one.counts.events)}::int[],
          ${column((one) => one.counts.duplicates)}::int[], ${column((one) => one.counts.refused)}::int[])
          as settled (key, etag, size, modified, account, region, log_date, records, events, duplicates, refused)
        on conflict (source_id, key) do update
          set etag = excluded.etag, size = excluded.size, last_modified = excluded.last_modified, state = 'loaded',
              reason_code = null, reason = null, remedy = null, account = excluded.account, region = excluded.region,
              log_date = excluded.log_date, records = excluded.records, events = excluded.events,
              duplicates = excluded.duplicates, refused = excluded.refused, job_id = excluded.job_id, settled_at = now()`,
  );
  return new Set(keys.filter((key) => !known.has(key)));
}
