import * as z from "zod";
import { type Queryable, rows, sql } from "#lib/db/sql/raw.ts";

/** True while events that were loaded before the facts of chains were kept are still to be read for them. */
export async function isBackfilling(on: Queryable): Promise<boolean> {
  const found = await rows(
    on,
    z.object({ id: z.boolean() }),
    sql`select id from credential_backfill where next_block <= last_block`,
  );
  return found.length > 0;
}
