import { allOf } from "#lib/search/condition.ts";
import { removeClause } from "#lib/search/edit-query.ts";
import { formatPart } from "#lib/search/format-query.ts";
import type { QueryClauses } from "#lib/search/parse-query.ts";
import type { Condition } from "#lib/search/search.ts";
import type { EventCount } from "#lib/search/summary.ts";

/** A query that asks for less than another: without one of its conditions, or for one of them only. */
export type Looser = {
  readonly kind: "without" | "only";
  /** The condition that is left out or kept, as typed. */
  readonly text: string;
  readonly q: string;
  readonly where: Condition;
};

/** A longer query is seldom typed, and each condition is counted. */
const MOST = 5;

/**
 * Each of the first conditions of `q` left out, `q` as it was read; none where there is but one, or the query cannot
 * be read.
 */
export function withoutEach(q: string, { clauses, problems }: QueryClauses): readonly Looser[] {
  if (problems.length > 0 || clauses.length < 2) return [];
  return clauses.slice(0, MOST).map((clause) => ({
    kind: "without",
    text: q.slice(clause.start, clause.end),
    q: removeClause(q, clause),
    where: allOf(clauses.filter((one) => one !== clause).map(({ condition }) => condition)),
  }));
}

/** Each of the first conditions by itself; of two, that is what leaving the other out gives. */
export function onlyEach(q: string, { clauses, problems }: QueryClauses): readonly Looser[] {
  if (problems.length > 0 || clauses.length < 3) return [];
  return clauses.slice(0, MOST).map(({ start, end, condition }) => ({
    kind: "only",
    text: q.slice(start, end),
    q: formatPart(condition),
    where: condition,
  }));
}

/** What a search that found nothing would find if it asked for less. */
export type Nearest = {
  /** Only those that find something, the fewest events first: they are nearest to what was asked. */
  readonly looser: readonly (Looser & { readonly count: EventCount })[];
  /** Of the same query at any time; null where that is not known. */
  readonly allTime: EventCount | null;
  readonly isOneCondition: boolean;
};

/** `counts`: of each of `queries`, null where it is not known. */
export function findingAny(
  queries: readonly Looser[],
  counts: readonly (EventCount | null)[],
): Nearest["looser"] {
  const finding = queries.flatMap((query, index) => {
    const count = counts[index] ?? null;
    return count === null || count.count === 0 ? [] : [{ ...query, count }];
  });
  // Of a condition that stands there twice, either may go.
  const different = [...new Map(finding.map((query) => [query.q, query])).values()];
  return different.toSorted((one, other) => one.count.count - other.count.count);
}
