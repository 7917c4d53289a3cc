import { countEach } from "#lib/db/count-each.ts";
import type { Database } from "#lib/db/database.ts";
import { findingAny, type Looser, type Nearest, onlyEach, withoutEach } from "#lib/search/loosen-query.ts";
import { parseClauses } from "#lib/search/parse-query.ts";
import type { Search, TimeRange } from "#lib/search/search.ts";

/** Milliseconds that the answer may take, while somebody waits for the page. */
const TIME_LIMIT = 2_000;
const ALL_TIME: TimeRange = { from: null, to: null };

/** For a search that found nothing: which of its conditions is in the way, or whether it is the time. */
export async function readNearest(db: Database, q: string, { range }: Search): Promise<Nearest> {
  const until = performance.now() + TIME_LIMIT;
  const query = parseClauses(q);
  const without = withoutEach(q, query);
  const isAllTime = range.from === null && range.to === null;
  const [allTime = null, ...counts] = await countEach(
    db,
    [{ where: query.where, range: ALL_TIME }, ...without.map(({ where }) => ({ where, range }))],
    until,
  );
  const isKnown = counts.every((count) => count !== null);
  const found = findingAny(without, counts);
  return {
    looser: found.length > 0 || !isKnown ? found : await countOnly(db, onlyEach(q, query), range, until),
    allTime: isAllTime ? { count: 0, exact: true } : allTime,
    isOneCondition: query.clauses.length === 1,
  };
}

/** Several conditions find nothing: what each finds by itself. */
async function countOnly(
  db: Database,
  queries: readonly Looser[],
  range: TimeRange,
  until: number,
): Promise<Nearest["looser"]> {
  const searches = queries.map(({ where }) => ({ where, range }));
  return findingAny(queries, queries.length === 0 ? [] : await countEach(db, searches, until));
}
