import * as z from "zod";
import type { Database } from "#lib/db/database.ts";
import { rows, sql } from "#lib/db/sql/raw.ts";

/** One state and reason of the ledger: how many objects, and one of them. */
export type LedgerLine = {
  readonly state: "loaded" | "skipped" | "failed";
  readonly code: string | null;
  readonly reason: string | null;
  readonly remedy: string | null;
  readonly objects: number;
  readonly records: number;
  readonly events: number;
  readonly duplicates: number;
  readonly refused: number;
  readonly example: string;
};

const Row = z.object({
  state: z.enum(["loaded", "skipped", "failed"]),
  code: z.string().nullable(),
  reason: z.string().nullable(),
  remedy: z.string().nullable(),
  objects: z.coerce.number(),
  records: z.coerce.number(),
  events: z.coerce.number(),
  duplicates: z.coerce.number(),
  refused: z.coerce.number(),
  example: z.string(),
});

/** What became of every object of a source that was ever seen, by state and reason. */
export async function summarizeLedger(db: Database, sourceId: string): Promise<LedgerLine[]> {
  return rows(
    db.pool,
    Row,
    sql`select state, reason_code as code, min(reason) as reason, min(remedy) as remedy, count(*) as objects,
          sum(records) as records, sum(events) as events, sum(duplicates) as duplicates, sum(refused) as refused,
          min(key) as example
        from log_object where source_id = ${sourceId}::uuid group by state, reason_code
        order by state, count(*) desc`,
  );
}
