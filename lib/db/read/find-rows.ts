import type pg from "pg";
import * as z from "zod";
import { isWalkCheaper, nextWalk, type Walked } from "#lib/db/read/choose-plan.ts";
import { EVENT_COLUMNS, EventColumns } from "#lib/db/read/event-columns.ts";
import { type IndexWay, indexWays, rarestWay } from "#lib/db/read/index-ways.ts";
import { boundsOf, eventsIn, type Stretch, stretchesOf } from "#lib/db/read/months.ts";
import { isImpossible, type Predicate, rowCost, rowTest, whereAll } from "#lib/db/read/predicate.ts";
import { behind, type Direction, isBehind, orderBy, type Position } from "#lib/db/read/time-order.ts";
import { rows, type Sql, sql, withoutTableScans } from "#lib/db/sql/raw.ts";
import type { TimeRange } from "#lib/search/search.ts";

/**
 * Finds the first rows of a search in time order, without leaving the choice of plan to luck: PostgreSQL cannot know
 * how rare a word is. So: walk a little along time first, then on or fetch by the index of terms what is left of the
 * month, whichever will be sooner done as far as the walk has shown (choose-plan.ts). What the index cannot answer
 * (negations) is common by nature, and walked to its end.
 */
export type RowQuery = {
  readonly predicate: Predicate;
  readonly range: TimeRange;
  readonly direction: Direction;
  readonly after: Position | null;
  readonly limit: number;
  /** What a fetch may bring: a month in which the index has more was busier than the walk could see, and is walked. */
  readonly mostFetched?: number;
};

const MOST_FETCHED = 40_000;

/** At most `limit` rows, in the direction's order. */
export async function findRows(client: pg.PoolClient, query: RowQuery): Promise<EventColumns[]> {
  if (isImpossible(query.predicate)) return [];
  const found: EventColumns[] = [];
  const walked = { rows: 0, hits: 0, indexed: 0 };
  const search: Search = {
    ways: indexWays(query.predicate),
    rowCost: rowCost(query.predicate),
    walked,
    way: null,
  };
  for (const stretch of await stretchesOf(client, query.range, query.direction)) {
    if (stretch.inPartition === 0) continue;
    found.push(
      ...(await findInStretch(client, { ...query, stretch, limit: query.limit - found.length }, search)),
    );
    if (found.length >= query.limit) return found;
  }
  return found;
}

type Search = {
  readonly ways: readonly IndexWay[];
  /** The rarest of them in the first walk. */
  way: IndexWay | null;
  readonly rowCost: number;
  /** Over all stretches so far: a word is as rare in the next as in those before, until that one tells. */
  readonly walked: { -readonly [Key in keyof Walked]: Walked[Key] };
};

async function findInStretch(client: pg.PoolClient, whole: Part, search: Search): Promise<EventColumns[]> {
  const { walked } = search;
  const found: EventColumns[] = [];
  const { inPartition } = whole.stretch;
  let mayFetch = true;
  let ahead = eventsIn(whole.stretch);
  let after = whole.after;
  while (found.length < whole.limit) {
    const wanted = whole.limit - found.length;
    const part: Part = { ...whole, after, limit: wanted };
    const prospect = { wanted, inPartition, ahead, rowCost: search.rowCost };
    if (mayFetch && search.way !== null && !isWalkCheaper(walked, prospect)) {
      const rest = await fetchRows(client, part, search.way);
      if (rest !== null) {
        note(walked, { rows: ahead, hits: rest.length, indexed: rest.length });
        return [...found, ...rest];
      }
      mayFetch = false;
    }
    const steps = nextWalk(walked, wanted);
    const hits = await walkRows(client, part, steps);
    found.push(...hits);
    if (found.length >= whole.limit) return found;
    const end = await endOfWalk(client, part, steps);
    if (end === null) return found;
    const rarest = await rarestOf(client, part, steps, { ...search, hits: hits.length });
    search.way = rarest.way;
    note(walked, { rows: steps, hits: hits.length, indexed: rarest.hits });
    // Events that were loaded since the walk have pushed its end back among rows that it has found already.
    const last = hits.at(-1);
    after = last !== undefined && isBehind(last, end, part.direction) ? last : end;
    ahead = Math.max(0, ahead - steps);
  }
  return found;
}

function note(walked: Search["walked"], { rows: more, hits, indexed }: Walked): void {
  walked.rows += more;
  walked.hits += hits;
  walked.indexed += indexed;
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

const Fetched = z.union([
  EventColumns.extend({ brought: z.coerce.number() }),
  z.object({ brought: z.coerce.number(), uuid: z.null() }),
]);

/** Takes everything that the index of terms points to in this month, then orders it; null where that is too much. */
async function fetchRows(
  client: pg.PoolClient,
  part: Part,
  { indexed, rest }: IndexWay,
): Promise<EventColumns[] | null> {
  const most = part.mostFetched ?? MOST_FETCHED;
  const found = await withoutTableScans(client, () =>
    rows(
      client,
      Fetched,
      sql`with hit as materialized (
            select e.* from ${part.stretch.table} e where ${indexed} limit ${most + 1}
          )
          select f.*, brought from (select count(*) as brought from hit) all_hits left join lateral (
            select ${EVENT_COLUMNS} from hit e ${whereAll([...rest, ...bounds(part)])}
            ${orderBy(part.direction)} limit ${part.limit}
          ) f on true`,
    ),
  );
  if (found.some(({ brought }) => brought > most)) return null;
  return found.flatMap(({ brought, ...row }) => (row.uuid === null ? [] : [row]));
}

/** By which way the index would bring the fewest of the next `steps` rows, and how many. */
async function rarestOf(
  client: pg.PoolClient,
  part: Part,
  steps: number,
  { ways, way, hits }: Search & { readonly hits: number },
): Promise<{ readonly way: IndexWay | null; readonly hits: number }> {
  const left = way === null ? ways : [way];
  const [only] = left;
  if (only === undefined || (left.length === 1 && only.rest.length === 0)) return { way: only ?? null, hits };
  const walked = sql`select * from ${part.stretch.table} e ${whereAll(bounds(part))} ${orderBy(part.direction)} limit ${steps}`;
  return (await rarestWay(client, left, walked)) ?? { way: null, hits };
}
