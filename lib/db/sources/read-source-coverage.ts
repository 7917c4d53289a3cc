import * as z from "zod";
import type { Database } from "#lib/db/database.ts";
import { rows, sql } from "#lib/db/sql/raw.ts";
import type { CoverageRow } from "#lib/search/coverage.ts";

export type CoverageSpan = { readonly from: string; readonly to: string };

const Row = z.object({
  account: z.string(),
  region: z.string(),
  firstDay: z.string(),
  days: z
    .array(z.object({ day: z.string(), objects: z.number(), events: z.number(), removed: z.number() }))
    .nullable(),
});

/**
 * The coverage of a source from one day of delivery to another, both included, one row an account and region;
 * `limit` rows after the first `offset`, by account, then region. Objects without a day in their keys are left out.
 */
export async function readSourceCoverage(
  db: Database,
  query: { readonly sourceId: string; readonly limit: number; readonly offset: number } & CoverageSpan,
): Promise<CoverageRow[]> {
  const { sourceId, from, to, limit, offset } = query;
  const found = await rows(
    db.pool,
    Row,
    sql`select account, region, min(day)::text as "firstDay",
          json_agg(json_build_object('day', day, 'objects', objects, 'events', events, 'removed', removed) order by day)
            filter (where day between ${from}::date and ${to}::date) as days
        from coverage where source_id = ${sourceId}::uuid and objects > 0
        group by account, region order by account, region limit ${limit} offset ${offset}`,
  );
  return found.map((row) => ({ ...row, days: row.days ?? [] }));
}

/** How many rows that has in all. */
export async function countSourceCoverage(db: Database, sourceId: string): Promise<number> {
  const [row] = await rows(
    db.pool,
    z.object({ count: z.coerce.number() }),
    sql`select count(*) as count from (
          select distinct account, region from coverage
          where source_id = ${sourceId}::uuid and objects > 0) as streams`,
  );
  return row?.count ?? 0;
}
