import type pg from "pg";
import { scanMatches, type Tallied } from "#lib/db/activity/scan-matches.ts";
import type { Predicate } from "#lib/db/read/predicate.ts";
import { type Sql, sql } from "#lib/db/sql/raw.ts";
import type { TimeRange } from "#lib/search/search.ts";

/** What is counted of each event: pairs of ids, such as the service and the name of a call. */
const KINDS = {
  flags: 0,
  call: 1,
  account: 2,
  region: 3,
  ip: 4,
  agent: 5,
  role: 6,
  hour: 7,
  error: 8,
  actorKind: 9,
} as const;

export type ProfileKind = keyof typeof KINDS;

/** `a` and `b` are ids of the dictionary; of `hour`, hours since 1970 and an event's flags; times in seconds since 1970. */
export type Cell = {
  readonly a: number;
  readonly b: number;
  count: number;
  first: number;
  last: number;
  denied: number;
  failed: number;
};

export type ScannedProfile = {
  readonly events: number;
  readonly isWhole: boolean;
  readonly cells: (kind: ProfileKind) => readonly Cell[];
  readonly has: (kind: ProfileKind, a: number, b: number) => boolean;
};

const MEASURES = ["count", "first", "last", "denied", "failed"] as const;
/** The measure and the kind stand above the first id in one number, since a scan gives two numbers and a sum. */
const SHIFT = 2 ** 32;
const KIND_COUNT = 16;

/** Counts what an actor's events have, newest first, for so many milliseconds. */
export async function scanProfile(
  client: pg.PoolClient,
  asked: { readonly predicate: Predicate; readonly range: TimeRange; readonly budget: number },
): Promise<ScannedProfile> {
  const scan = await scanMatches(client, {
    ...asked,
    summarize,
    total: (found) => found.reduce((sum, { major, n }) => (major < KIND_COUNT ? sum + n : sum), 0),
  });
  const all = gather(scan.found);
  return {
    events: scan.examined,
    isWhole: scan.exact,
    cells: (kind) => [...(all.get(KINDS[kind])?.values() ?? [])],
    has: (kind, a, b) => all.get(KINDS[kind])?.has(keyOf(a, b)) ?? false,
  };
}

function summarize(hits: Sql): Sql {
  return sql`select ((m.measure * ${KIND_COUNT}::int + g.kind)::bigint * ${SHIFT}::bigint + g.a) as major, g.b as minor, m.n
    from (
      select v.kind, v.a, v.b, count(*) as n,
        extract(epoch from min(e.event_time))::bigint as first, extract(epoch from max(e.event_time))::bigint as last,
        count(*) filter (where e.flags >> 1 = 1) as denied, count(*) filter (where e.flags >> 1 = 2) as failed
      from ${hits} e cross join lateral (values
        (${KINDS.flags}::int, e.flags::int, 0), (${KINDS.call}, e.service, e.name), (${KINDS.account}, e.account, 0),
        (${KINDS.region}, e.region, 0), (${KINDS.ip}, e.ip, 0), (${KINDS.agent}, e.agent, 0), (${KINDS.role}, e.role, 0),
        (${KINDS.hour}, floor(extract(epoch from e.event_time) / 3600)::int, e.flags::int), (${KINDS.error}, e.error, 0),
        (${KINDS.actorKind}, e.kind::int, 0)
      ) v (kind, a, b) group by v.kind, v.a, v.b
    ) g cross join lateral (values (0, g.n), (1, g.first), (2, g.last), (3, g.denied), (4, g.failed)) m (measure, n)
    where m.n > 0`;
}

/** The windows' rows put together: counts added, times widened. */
function gather(found: readonly Tallied[]): Map<number, Map<string, Cell>> {
  const all = new Map<number, Map<string, Cell>>();
  for (const { major, minor, n } of found) {
    const top = Math.floor(major / SHIFT);
    const measure = MEASURES[Math.floor(top / KIND_COUNT)];
    const kind = top % KIND_COUNT;
    const a = major - top * SHIFT;
    const cells = all.get(kind) ?? new Map<string, Cell>();
    all.set(kind, cells);
    const key = keyOf(a, minor);
    const cell = cells.get(key) ?? {
      a,
      b: minor,
      count: 0,
      first: Number.POSITIVE_INFINITY,
      last: 0,
      denied: 0,
      failed: 0,
    };
    cells.set(key, cell);
    if (measure === "first") cell.first = Math.min(cell.first, n);
    else if (measure === "last") cell.last = Math.max(cell.last, n);
    else if (measure !== undefined) cell[measure] += n;
  }
  return all;
}

function keyOf(a: number, b: number): string {
  return `${a} ${b}`;
}
