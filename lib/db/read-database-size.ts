import * as z from "zod";
import type { Database } from "#lib/db/database.ts";
import { rows, sql } from "#lib/db/sql/raw.ts";

/** Bytes that the database takes on the server's disk, indexes and all. */
export async function readDatabaseSize(db: Database): Promise<number> {
  const [row] = await rows(
    db.pool,
    z.object({ bytes: z.coerce.number() }),
    sql`select pg_database_size(current_database()) as bytes`,
  );
  return row?.bytes ?? 0;
}
