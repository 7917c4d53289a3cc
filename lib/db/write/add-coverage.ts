import type pg from "pg";
import { isoDay } from "#lib/base/iso-time.ts";
import { execute, sql } from "#lib/db/sql/raw.ts";
import type { ObjectFacts } from "#lib/db/write/prepared.ts";

/** How many objects and new events one account and region delivered on one day. */
export type CoverageCell = {
  /** "" where the key does not say. */
  readonly account: string;
  readonly region: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  objects: number;
  events: number;
};

type Placed = Pick<ObjectFacts, "account" | "region" | "date">;

/**
 * Adds up the coverage of a batch. The day is that of delivery, as the key names it. A file without a day in its
 * name covers the days of the events that it brought, and counts once on each of them.
 */
export type CoverageCells = {
  addObject(facts: Placed): void;
  /** The object's new events, each with its time in seconds since 1970 UTC. */
  addEvents(facts: Placed, events: readonly { readonly time: number }[]): void;
  all(): readonly CoverageCell[];
};

export function createCoverageCells(): CoverageCells {
  const cells = new Map<string, CoverageCell>();

  function cellOf(facts: Placed, day: string): CoverageCell {
    const name = `${facts.account} ${facts.region} ${day}`;
    const cell = cells.get(name) ?? {
      account: facts.account ?? "",
      region: facts.region ?? "",
      day,
      objects: 0,
      events: 0,
    };
    cells.set(name, cell);
    return cell;
  }

  return {
    addObject(facts) {
      if (facts.date !== null) cellOf(facts, facts.date).objects += 1;
    },
    addEvents(facts, events) {
      if (facts.date !== null) {
        cellOf(facts, facts.date).events += events.length;
        return;
      }
      for (const { time } of events) {
        const cell = cellOf(facts, isoDay(time * 1000));
        cell.objects = 1;
        cell.events += 1;
      }
    },
    all: () => [...cells].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell),
  };
}

/**
 * Adds cells to the coverage of a source. In one order by everyone: loaders then wait in line and never in a circle.
 */
export async function addCoverage(
  client: pg.PoolClient,
  sourceId: string,
  cells: readonly CoverageCell[],
): Promise<void> {
  await execute(
    client,
    sql`insert into coverage (source_id, account, region, day, objects, events)
        select ${sourceId}::uuid, * from unnest(${cells.map((cell) => cell.account)}::text[],
          ${cells.map((cell) => cell.region)}::text[], ${cells.map((cell) => cell.day)}::date[],
          ${cells.map((cell) => cell.objects)}::bigint[], ${cells.map((cell) => cell.events)}::bigint[])
        on conflict (source_id, account, region, day) do update
          set objects = coverage.objects + excluded.objects, events = coverage.events + excluded.events`,
  );
}
