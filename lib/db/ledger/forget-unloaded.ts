import type { Database } from "#lib/db/database.ts";
import { execute, sql } from "#lib/db/sql/raw.ts";

/**
 * Takes out of the ledger what a source's next run settles anew under a key that may be another: the stretches of time
 * that LookupEvents is read by become longer with age, and a region that could not be read may answer now. What was
 * out of reach for good stays on record.
 */
export async function forgetUnloaded(db: Database, sourceId: string): Promise<void> {
  await execute(
    db.pool,
    sql`delete from log_object where source_id = ${sourceId}::uuid and state <> 'loaded' and records = 0
          and reason_code is distinct from 'no-such-object'`,
  );
}
