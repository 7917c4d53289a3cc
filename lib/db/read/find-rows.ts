import type pg from "pg";
import * as z from "zod";
import { EVENT_COLUMNS, EventColumns } from "#lib/db/read/event-columns.ts";
import { boundsOf, type Stretch, stretchesOf } from "#lib/db/read/months.ts";
import {
  type IndexTest,
  indexTest,
  isImpossible,
  type Predicate,
  rowTest,
  whereAll,
} from "#lib/db/read/predicate.ts";
import { behind, type Direction, orderBy, type Position } from "#lib/db/read/time-order.ts";
import { rows, type Sql, sql, withoutTableScans } from "#lib/db/sql/raw.ts";
import type { TimeRange } from "#lib/search/search.ts";

/**
 * Finds the first rows of a search in time order, without leaving the choice of plan to luck. PostgreSQL cannot
 * know how rare a word is, and both of its plans can be ruinous: walking the time index finds common words at once
 * and a rare one never; fetching everything that has the word is quick for a rare one and endless for a common one.
 * So: walk a little first. If that does not fill the page the word is rare enough to fetch, a month at a time.
 * What the index of terms cannot answer (negations) is common by nature: keep walking, in growing steps.
 */
const FIRST_WALK = 4_000;
const LONGEST_WALK = 256_000;

export type RowQuery = {
  readonly predicate: Predicate;
  readonly range: TimeRange;
  readonly direction: Direction;
  readonly after: Position | null;
  readonly limit: number;
};

/** At most `limit` rows, in the direction's order. */
export async function findRows(client: pg.PoolClient, query: RowQuery): Promise<EventColumns[]> {
  if (isImpossible(query.predicate)) return [];
  const found: EventColumns[] = [];
  const indexed = indexTest(query.predicate);
  let walk = FIRST_WALK;
  for (const stretch of await stretchesOf(client, query.range, query.direction)) {
    let from = query.after;
    let isWalking = indexed === null || walk === FIRST_WALK;
    while (isWalking && found.length < query.limit) {
      const part: Part = { ...query, stretch, after: from, limit: query.limit - found.length };
      found.push(...(await walkRows(client, part, walk)));
      if (found.length >= query.limit) return found;
      const end = await endOfWalk(client, part, walk);
      if (end === null) break;
      from = end;
      walk = Math.min(walk * 4, LONGEST_WALK);
      if (indexed !== null) isWalking = false;
    }
    if (indexed === null || isWalking) continue;
    const rest: Part = { ...query, stretch, after: from, limit: query.limit - found.length };
    found.push(...(await fetchRows(client, rest, indexed)));
    if (found.length >= query.limit) return found;
  }
  return found;
}

type Part = RowQuery & { readonly stretch: Stretch };

function bounds(part: Part): Sql[] {
  return [...boundsOf(part.stretch), ...(part.after === null ? [] : [behind(part.after, part.direction)])];
}

/** Reads the next `steps` rows in order and keeps those that pass. */
function walkRows(client: pg.PoolClient, part: Part, steps: number): Promise<EventColumns[]> {
  return rows(
    client,
    EventColumns,
    sql`select ${EVENT_COLUMNS} from (
          select * from ${part.stretch.table} e ${whereAll(bounds(part))} ${orderBy(part.direction)} limit ${steps}
        ) e where ${rowTest(part.predicate)} ${orderBy(part.direction)} limit ${part.limit}`,
  );
}

const PositionRow = z.object({ time: z.coerce.number(), uuid: z.string(), account: z.int() });

/** The last row that a walk of `steps` rows saw; null where it saw all there are. */
async function endOfWalk(client: pg.PoolClient, part: Part, steps: number): Promise<Position | null> {
  const [last] = await rows(
    client,
    PositionRow,
    sql`select extract(epoch from e.event_time)::bigint as time, e.event_id::text as uuid, e.account
        from ${part.stretch.table} e ${whereAll(bounds(part))} ${orderBy(part.direction)} limit 1 offset ${steps - 1}`,
  );
  return last ?? null;
}

/** Takes everything that the index of terms points to in this stretch, then orders it. */
function fetchRows(client: pg.PoolClient, part: Part, { indexed, rest }: IndexTest): Promise<EventColumns[]> {
  // Only what is left of a stretch after a walk is bounded; the walk has shown that the word is rare in it.
  const tests = [indexed, ...rest, ...bounds(part).map(unindexed)];
  return withoutTableScans(client, () =>
    rows(
      client,
      EventColumns,
      sql`with hit as materialized (
          select e.* from ${part.stretch.table} e ${whereAll(tests)}
        ) select ${EVENT_COLUMNS} from hit e ${orderBy(part.direction)} limit ${part.limit}`,
    ),
  );
}

/** The same condition, out of reach of an index: a planner without good statistics would take the wrong one. */
function unindexed(condition: Sql): Sql {
  return sql`(${condition}) is not false`;
}
