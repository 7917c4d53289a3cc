import type pg from "pg";
import { execute, sql } from "#lib/db/sql/raw.ts";

/**
 * Lets the next run of a source list everything and load again what it had removed, as far as it keeps that now. For
 * the caller's transaction, while nothing loads from the source.
 */
export async function reopenRemoved(client: pg.PoolClient, sourceId: string): Promise<void> {
  await execute(client, sql`update log_stream set watermark = null where source_id = ${sourceId}::uuid`);
  await execute(
    client,
    sql`update log_object set state = 'skipped', reason_code = 'expired', reason = 'Its events were removed'
        where source_id = ${sourceId}::uuid and state = 'loaded' and removed > 0`,
  );
}
