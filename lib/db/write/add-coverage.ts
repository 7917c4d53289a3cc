import type pg from "pg";
import { execute, sql } from "#lib/db/sql/raw.ts";
import type { Settled } from "#lib/db/write/settle-loaded.ts";

/** Unknown account, region or day: an object whose key does not follow AWS's layout. */
const UNKNOWN = "";
const UNKNOWN_DAY = "1970-01-01";

/** Adds loaded objects to the coverage by account, region and day of delivery. `fresh`: keys that are new in the ledger. */
export async function addCoverage(
  client: pg.PoolClient,
  sourceId: string,
  settled: readonly Settled[],
  fresh: ReadonlySet<string>,
): Promise<void> {
  const cells = new Map<
    string,
    { account: string; region: string; day: string; objects: number; events: number }
  >();
  for (const { facts, counts } of settled) {
    const cell = {
      account: facts.account ?? UNKNOWN,
      region: facts.region ?? UNKNOWN,
      day: facts.date ?? UNKNOWN_DAY,
    };
    const name = `${cell.account} ${cell.region} ${cell.day}`;
    const sum = cells.get(name) ?? { ...cell, objects: 0, events: 0 };
    sum.objects += fresh.has(facts.key) ? 1 : 0;
    sum.events += counts.events;
    cells.set(name, sum);
  }
  // One order for everyone, so that loaders wait for each other in line and never in a circle.
  const ordered = [...cells].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell);
  await execute(
    client,
    sql`insert into coverage (source_id, account, region, day, objects, events)
        select ${sourceId}::uuid, * from unnest(${ordered.map((cell) => cell.account)}::text[],
          ${ordered.map((cell) => cell.region)}::text[], ${ordered.map((cell) => cell.day)}::date[],
          ${ordered.map((cell) => cell.objects)}::bigint[], ${ordered.map((cell) => cell.events)}::bigint[])
        on conflict (source_id, account, region, day) do update
          set objects = coverage.objects + excluded.objects, events = coverage.events + excluded.events`,
  );
}
