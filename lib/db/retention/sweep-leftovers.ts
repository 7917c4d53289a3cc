import * as z from "zod";
import type { Database } from "#lib/db/database.ts";
import { connect, execute, rows, sql, trustedText } from "#lib/db/sql/raw.ts";

/**
 * Removes what killed jobs gathered of months and never put in place. Months that somebody works on are left to them.
 */
export async function sweepLeftovers(db: Database): Promise<void> {
  const client = await connect(db.pool);
  try {
    const left = await rows(
      client,
      z.object({ month: z.string() }),
      sql`select distinct substring(relname from 'kept_(?:event|raw_block)_(.*)') as month from pg_class
          where relkind = 'r' and not relispartition
            and relname ~ '^kept_(event|raw_block)_(\\d{4}_\\d{2}|before_2013|after_2099)$'`,
    );
    for (const { month } of left) {
      const name = `waymark month ${month}`;
      const [lock] = await rows(
        client,
        z.object({ got: z.boolean() }),
        sql`select pg_try_advisory_lock(hashtextextended(${name}, 0)) as got`,
      );
      if (lock?.got !== true) continue;
      const [event, block] = [trustedText(`kept_event_${month}`), trustedText(`kept_raw_block_${month}`)];
      await execute(client, sql`drop table if exists ${event}, ${block}`);
      await execute(client, sql`select pg_advisory_unlock(hashtextextended(${name}, 0))`);
    }
  } finally {
    client.release();
  }
}
