import * as z from "zod";
import type { Database } from "#lib/db/database.ts";
import { rows, sql } from "#lib/db/sql/raw.ts";

/** A record that could not become an event. Its bytes are kept. */
export type RefusedRecord = {
  /** Of the log object that holds it. */
  readonly key: string;
  /** Its place in that object, from 0. */
  readonly ordinal: number;
  readonly code: string;
  readonly message: string;
};

const Row = z.object({ key: z.string(), ordinal: z.int(), code: z.string(), message: z.string() });

/** Refused records of a source, by key and place, after `after`. */
export async function listRefused(
  db: Database,
  query: {
    readonly sourceId: string;
    readonly after?: { readonly key: string; readonly ordinal: number };
    readonly limit: number;
  },
): Promise<RefusedRecord[]> {
  const { sourceId, after, limit } = query;
  return rows(
    db.pool,
    Row,
    sql`select key, ordinal, code, message from refused_record
        where source_id = ${sourceId}::uuid and (key, ordinal) > (${after?.key ?? ""} collate "C", ${after?.ordinal ?? -1}::int)
        order by key, ordinal limit ${limit}`,
  );
}
