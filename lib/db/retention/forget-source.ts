import type { Database } from "#lib/db/database.ts";
import { execute, inTransaction, sql } from "#lib/db/sql/raw.ts";

/** Few enough for a statement of a second or so. */
const KEYS_AT_ONCE = 50_000;

/**
 * Removes a source whose events are gone: ledger, coverage, refused records, jobs and the source itself. The ledger
 * may have millions of rows, so it goes a part at a time; killed in between, the next attempt goes on.
 */
export async function forgetSource(db: Database, sourceId: string, signal: AbortSignal): Promise<void> {
  for (;;) {
    signal.throwIfAborted();
    const removed = await execute(
      db.pool,
      sql`delete from log_object where source_id = ${sourceId}::uuid and key in (
            select key from log_object where source_id = ${sourceId}::uuid limit ${KEYS_AT_ONCE})`,
    );
    if (removed < KEYS_AT_ONCE) break;
  }
  await inTransaction(db.pool, async (client) => {
    await execute(client, sql`delete from refused_record where source_id = ${sourceId}::uuid`);
    await execute(client, sql`delete from coverage where source_id = ${sourceId}::uuid`);
    await execute(client, sql`delete from event_copy where source_id = ${sourceId}::uuid`);
    await execute(client, sql`delete from source where id = ${sourceId}::uuid`);
  });
}
