import type pg from "pg";
import { type ActivityField, isActivityField } from "#lib/db/activity/activity-fields.ts";
import {
  countByRollUp,
  countByScan,
  type FacetCounts,
  type FacetQuery,
} from "#lib/db/activity/facet-counts.ts";
import { rollUpAskOf } from "#lib/db/activity/roll-up-ask.ts";
import { namesWithMore } from "#lib/db/credentials/names-with-more.ts";
import type { Database } from "#lib/db/database.ts";
import { isReadOnly, outcomeOf } from "#lib/db/event-codes.ts";
import { accountsCalled } from "#lib/db/names/accounts-called.ts";
import { FIELD_TERMS } from "#lib/db/read/field-terms.ts";
import { findTerms, findWholeTerms } from "#lib/db/read/find-terms.ts";
import { type Resolved, resolveSearch } from "#lib/db/read/resolve-search.ts";
import { inSnapshot } from "#lib/db/sql/in-snapshot.ts";
import { findPathIds } from "#lib/db/terms/path-ids.ts";
import type { FieldId } from "#lib/event/fields.ts";
import { foldCase } from "#lib/search/fold-case.ts";
import type { Condition, Search } from "#lib/search/search.ts";
import type { Facet, FacetValue } from "#lib/search/summary.ts";
import { withoutField } from "#lib/search/without-field.ts";

export type FacetsRequest = {
  readonly search: Search;
  readonly fields: readonly FieldId[];
  /** Values a facet. */
  readonly limit: number;
  /** Only values that contain this, or accounts whose name does, without regard to case; null: all. */
  readonly text: string | null;
  /** Milliseconds that reading events may take in all, where the roll-up cannot tell. */
  readonly scanTime?: number;
};

const TIME_LIMIT = 10_000;
const SCAN_TIME = 180;

/** The top values of these fields among the events of a search, each counted without the search's own filter on it. */
export async function readFacets(db: Database, request: FacetsRequest): Promise<Facet[]> {
  const groups = groupsOf(request);
  const scans = groups.filter(({ where }) => !isAnsweredByRollUp(where)).length;
  // Before the snapshot: whoever holds a connection should not wait for another.
  const { fields, text } = request;
  const called = text !== null && fields.includes("account") ? await accountsCalled(db, text) : [];
  const budget = (request.scanTime ?? SCAN_TIME) / Math.max(1, scans);
  return inSnapshot(db.pool, TIME_LIMIT, async (client) => {
    const facets = new Map<FieldId, Facet>();
    const known: Resolved = new Map();
    for (const group of groups) {
      const counts = await countGroup(client, request, group, { budget, known, called });
      for (const facet of await toFacets(db, client, request, group.fields, counts)) {
        facets.set(facet.field, facet);
      }
    }
    return request.fields.flatMap((field) => facets.get(field) ?? []);
  });
}

/** Fields that are counted under the same condition, at one go. */
type Group = { readonly where: Condition; readonly fields: FieldId[] };

function groupsOf({ search, fields }: FacetsRequest): Group[] {
  const groups = new Map<string, Group>();
  for (const field of new Set(fields)) {
    const where = withoutField(search.where, field);
    const key = JSON.stringify(where);
    const group = groups.get(key) ?? { where, fields: [] };
    group.fields.push(field);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function isAnsweredByRollUp(where: Condition): boolean {
  const ask = rollUpAskOf(where);
  return ask !== null && ask.pick === null;
}

type Context = {
  readonly budget: number;
  readonly known: Resolved;
  /** The accounts whose name holds the text. */
  readonly called: readonly string[];
};

async function countGroup(
  client: pg.PoolClient,
  request: FacetsRequest,
  { where, fields }: Group,
  { budget, known, called }: Context,
): Promise<FacetCounts> {
  const own = fields.filter(isActivityField);
  const query: FacetQuery = {
    fields: own,
    range: request.search.range,
    predicate: await resolveSearch(client, where, known),
    limit: request.limit,
    only: request.text === null ? null : await termsWith(client, own, request.text, called),
  };
  const ask = rollUpAskOf(where);
  return ask !== null && ask.pick === null
    ? countByRollUp(client, query, ask.flags)
    : countByScan(client, query, budget);
}

async function termsWith(
  client: pg.PoolClient,
  fields: readonly ActivityField[],
  text: string,
  called: readonly string[],
): Promise<Map<ActivityField, readonly number[]>> {
  const pathIds = await findPathIds(
    client,
    fields.map((field) => FIELD_TERMS[field].path),
  );
  const found = new Map<ActivityField, readonly number[]>();
  for (const field of fields) {
    const path = pathIds.get(FIELD_TERMS[field].path);
    const paths = path === undefined ? [] : [path];
    const own = await findTerms(client, { paths }, { kind: "contains", value: text });
    const named = field === "account" ? await findWholeTerms(client, paths, called) : [];
    found.set(field, [...own, ...named]);
  }
  return found;
}

async function toFacets(
  db: Database,
  client: pg.PoolClient,
  request: FacetsRequest,
  fields: readonly FieldId[],
  counts: FacetCounts,
): Promise<Facet[]> {
  const ids = [...counts.tops.values()].flatMap(({ top }) => top.map(({ term }) => term));
  const words = await db.terms.valuesOf(client, ids);
  const callers = fields.includes("actor") ? (counts.tops.get("actor")?.top ?? []) : [];
  const names = callers.flatMap(({ term }) => words.get(term)?.value ?? []);
  const more = await namesWithMore(client, names, request.search.range);
  const { exact } = counts;
  const common = { exact, examined: exact ? null : counts.examined };
  return fields.map((field): Facet => {
    const own = isActivityField(field) ? counts.tops.get(field) : undefined;
    if (own === undefined) return { field, ...flagValues(field, counts.flags, request), none: 0, ...common };
    const values = own.top.map(({ term, count }): FacetValue => {
      const value = words.get(term)?.value ?? "";
      return field === "actor" && more.has(value) ? { value, count, atLeast: true } : { value, count };
    });
    return { field, values: values.toSorted(byCount), none: own.none, distinct: own.distinct, ...common };
  });
}

/** `readOnly` and `outcome`, which stand in an event's flags. */
function flagValues(
  field: FieldId,
  flags: ReadonlyMap<number, number>,
  { text, limit }: FacetsRequest,
): Pick<Facet, "values" | "distinct"> {
  const sums = new Map<string, number>();
  for (const [flag, n] of flags) {
    const value = field === "readOnly" ? String(isReadOnly(flag)) : outcomeOf(flag);
    if (text !== null && !value.includes(foldCase(text))) continue;
    sums.set(value, (sums.get(value) ?? 0) + n);
  }
  const values = [...sums].map(([value, count]) => ({ value, count })).toSorted(byCount);
  return { values: values.slice(0, limit), distinct: values.length };
}

function byCount(a: FacetValue, b: FacetValue): number {
  return b.count - a.count || (a.value < b.value ? -1 : 1);
}
