import type pg from "pg";
import * as z from "zod";
import { ACTIVITY_FIELDS, type ActivityField, EVERY_EVENT } from "#lib/db/activity/activity-fields.ts";
import { cutRange } from "#lib/db/activity/cut-range.ts";
import { scanMatches, type Tallied, windowHits } from "#lib/db/activity/scan-matches.ts";
import { fieldCells, flagCells } from "#lib/db/activity/sum-activity.ts";
import { tally } from "#lib/db/activity/tally.ts";
import type { Predicate } from "#lib/db/read/predicate.ts";
import { join, rows, type Sql, sql } from "#lib/db/sql/raw.ts";
import type { TimeRange } from "#lib/search/search.ts";

/** What was counted of some fields, in ids. */
export type FacetCounts = {
  /** By field: its most frequent terms. */
  readonly tops: ReadonlyMap<ActivityField, FieldCounts>;
  /** Events by their `flags`. */
  readonly flags: ReadonlyMap<number, number>;
  readonly exact: boolean;
  readonly examined: number;
};

export type FieldCounts = {
  readonly top: readonly { readonly term: number; readonly count: number }[];
  readonly none: number;
  readonly distinct: number;
};

export type FacetQuery = {
  readonly fields: readonly ActivityField[];
  readonly range: TimeRange;
  readonly predicate: Predicate;
  readonly limit: number;
  /** Terms that may be listed, by field; null: any. */
  readonly only: ReadonlyMap<ActivityField, readonly number[]> | null;
};

const Ranked = z.object({
  field: z.int(),
  term: z.int(),
  n: z.coerce.number(),
  different: z.coerce.number(),
});

/** Counts by the roll-up, and at the edges by events: exact. `flags`: those of the events that `predicate` asks for. */
export async function countByRollUp(
  client: pg.PoolClient,
  query: FacetQuery,
  flags: readonly number[],
): Promise<FacetCounts> {
  const cut = cutRange(query.range);
  const fields = query.fields.map((field) => ACTIVITY_FIELDS[field]);
  const edges = cut.edges.map(
    (edge) =>
      sql`select field, term, n from (${tally(sql`(${windowHits(query.predicate, edge)})`, query.fields)}) edge`,
  );
  const parts = [fieldCells(cut, fields, flags), flagCells(cut, flags), ...edges].filter(
    (part) => part !== null,
  );
  if (parts.length === 0) return { tops: new Map(), flags: new Map(), exact: true, examined: 0 };
  const found = await rows(
    client,
    Ranked,
    sql`with cell as materialized (
          select field, term, sum(n) as n from (${join(parts, " union all ")}) part
          group by field, term having sum(n) > 0
        ), ranked as (
          select field, term, n, count(*) over (partition by field) as different,
            row_number() over (partition by field order by n desc, term) as place
          from cell where field <> 0 and term <> 0 ${onlyThese(query.only)}
        )
        select field, term, n, different from ranked where place <= ${query.limit}
        union all select field, term, n, 0 from cell where field = 0 or term = 0`,
  );
  return { ...gathered(query.fields, found), exact: true, examined: 0 };
}

function onlyThese(only: FacetQuery["only"]): Sql {
  if (only === null) return sql``;
  const ids = [...only.values()].flat();
  return sql`and term = any(${ids}::int[])`;
}

function gathered(
  fields: readonly ActivityField[],
  found: readonly z.infer<typeof Ranked>[],
): Pick<FacetCounts, "tops" | "flags"> {
  const flags = new Map<number, number>();
  for (const { field, term, n } of found) if (field === EVERY_EVENT) flags.set(term, n);
  const tops = new Map<ActivityField, FieldCounts>();
  for (const id of fields) {
    const own = found.filter(({ field }) => field === ACTIVITY_FIELDS[id]);
    const top = own.filter(({ term }) => term !== 0).map(({ term, n }) => ({ term, count: n }));
    const none = own.find(({ term }) => term === 0)?.n ?? 0;
    tops.set(id, {
      top: top.toSorted((a, b) => b.count - a.count || a.term - b.term),
      none,
      distinct: own.find(({ term }) => term !== 0)?.different ?? 0,
    });
  }
  return { tops, flags };
}

/** Counts by reading events, newest first, for so many milliseconds. */
export async function countByScan(
  client: pg.PoolClient,
  query: FacetQuery,
  budget: number,
): Promise<FacetCounts> {
  const scan = await scanMatches(client, {
    predicate: query.predicate,
    range: query.range,
    budget,
    summarize: (hits) =>
      sql`select field as major, term as minor, n from (${tally(hits, query.fields)}) counted`,
    total: (found) => found.reduce((sum, { major, n }) => (major === EVERY_EVENT ? sum + n : sum), 0),
  });
  return { ...ranked(query, scan.found), exact: scan.exact, examined: scan.examined };
}

function ranked(query: FacetQuery, found: readonly Tallied[]): Pick<FacetCounts, "tops" | "flags"> {
  const sums = new Map<number, Map<number, number>>();
  for (const { major, minor, n } of found) {
    const terms = sums.get(major) ?? new Map<number, number>();
    sums.set(major, terms);
    terms.set(minor, (terms.get(minor) ?? 0) + n);
  }
  const tops = new Map<ActivityField, FieldCounts>();
  for (const id of query.fields) {
    const terms = sums.get(ACTIVITY_FIELDS[id]) ?? new Map<number, number>();
    const allowed = query.only === null ? null : new Set(query.only.get(id));
    const listed = [...terms]
      .filter(([term]) => term !== 0 && (allowed === null || allowed.has(term)))
      .map(([term, count]) => ({ term, count }));
    tops.set(id, {
      top: listed.toSorted((a, b) => b.count - a.count || a.term - b.term).slice(0, query.limit),
      none: terms.get(0) ?? 0,
      distinct: listed.length,
    });
  }
  return { tops, flags: sums.get(EVERY_EVENT) ?? new Map() };
}
