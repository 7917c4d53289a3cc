import * as z from "zod";
import type { Database } from "#lib/db/database.ts";
import { rows, sql } from "#lib/db/sql/raw.ts";

export type LedgerEntry = {
  readonly key: string;
  readonly etag: string | null;
  readonly size: number;
  readonly state: "loaded" | "skipped" | "failed";
  readonly jobId: string | null;
  readonly records: number;
  readonly events: number;
  readonly duplicates: number;
  readonly refused: number;
};

const Row = z.object({
  key: z.string(),
  etag: z.string().nullable(),
  size: z.coerce.number(),
  state: z.enum(["loaded", "skipped", "failed"]),
  jobId: z.string().nullable(),
  records: z.int(),
  events: z.int(),
  duplicates: z.int(),
  refused: z.int(),
});

/** What the ledger says of these keys of a source; keys that it does not know are left out. */
export async function findEntries(
  db: Database,
  sourceId: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, LedgerEntry>> {
  const found = await rows(
    db.pool,
    Row,
    sql`select key, etag, size, state, job_id as "jobId", records, events, duplicates, refused from log_object
        where source_id = ${sourceId}::uuid and key = any(${[...keys]}::text[])`,
  );
  return new Map(found.map((row) => [row.key, row]));
}
