import type pg from "pg";
import { scanMatches, type Tallied } from "#lib/db/activity/scan-matches.ts";
import type { EventColumn, Predicate } from "#lib/db/read/predicate.ts";
import { type Sql, sql, trustedText } from "#lib/db/sql/raw.ts";
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

/**
 * `a` and `b` are ids of the dictionary; of `hour`, hours since 1970 and an event's flags; times in seconds since
 * 1970.
 */
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

/** Kinds that are one column of an event. */
const SINGLE = [
  "account",
  "region",
  "ip",
  "agent",
  "role",
  "error",
] as const satisfies readonly (ProfileKind & EventColumn)[];

const SINGLE_COLUMNS = trustedText(SINGLE.map((kind) => `e.${kind}`).join(", "));
const SINGLE_SETS = trustedText(SINGLE.map((kind) => `(e.${kind})`).join(", "));
/** Which set a row of the grouping belongs to, by the column that only this set groups by. */
const KIND_OF_SET = trustedText(
  `case ${[
    `when grouping(e.service) = 0 then ${KINDS.call}`,
    `when grouping(e.hour) = 0 then ${KINDS.hour}`,
    `when grouping(e.flags) = 0 then ${KINDS.flags}`,
    `when grouping(e.kind) = 0 then ${KINDS.actorKind}`,
    ...SINGLE.map((kind) => `when grouping(e.${kind}) = 0 then ${KINDS[kind]}`),
  ].join(" ")} end`,
);

function summarize(hits: Sql): Sql {
  return sql`select ((m.measure * ${KIND_COUNT}::int + g.kind)::bigint * ${SHIFT}::bigint + g.a) as major, g.b as minor, m.n
    from (
      select ${KIND_OF_SET} as kind, coalesce(e.service, e.hour, e.flags::int, e.kind::int, ${SINGLE_COLUMNS}) as a,
        coalesce(e.name, case when e.hour is null then 0 else e.flags::int end) as b, count(*) as n,
        extract(epoch from min(e.event_time))::bigint as first, extract(epoch from max(e.event_time))::bigint as last,
        count(*) filter (where e.outcome = 1) as denied, count(*) filter (where e.outcome = 2) as failed
      from (
        select *, flags >> 1 as outcome, floor(date_part('epoch', event_time) / 3600)::int as hour from ${hits}
      ) e group by grouping sets ((e.flags), (e.kind), (e.service, e.name), (e.hour, e.flags), ${SINGLE_SETS})
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
