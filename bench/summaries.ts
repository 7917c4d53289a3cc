import { FILTERS } from "#bench/filters.ts";
import { percentile, timesOf } from "#bench/measure.ts";
import { type Database, openDatabase } from "#lib/db/database.ts";
import { readFacets } from "#lib/db/read-facets.ts";
import { readHistogram } from "#lib/db/read-histogram.ts";
import type { FieldId } from "#lib/event/fields.ts";
import type { Search } from "#lib/search/search.ts";
import { toSearch } from "#lib/search/view-url.ts";

/** The eight facets beside the list. */
export const EIGHT_FACETS: readonly FieldId[] = [
  "event",
  "service",
  "actor",
  "account",
  "region",
  "ip",
  "error",
  "agent",
];
const VALUES = 10;
const RUNS = 7;

export type SummaryFigures = {
  readonly median: number;
  readonly p95: number;
  /** Whether every number was of all matches; else of the newest. */
  readonly exact: boolean;
};

/** Milliseconds of eight facets and the histogram together, asked at once as the page does, under every filter. */
export async function measureSummaries(url: string): Promise<Record<string, SummaryFigures>> {
  const db = openDatabase(url);
  const figures: Record<string, SummaryFigures> = {};
  for (const { name, q } of FILTERS) {
    const { search } = toSearch({ q, from: null, to: null }, Date.now());
    let exact = false;
    const times = await timesOf(async () => {
      exact = await summarize(db, search);
    }, RUNS);
    figures[name] = { median: percentile(times, 0.5), p95: percentile(times, 0.95), exact };
  }
  await db.close();
  return figures;
}

async function summarize(db: Database, search: Search): Promise<boolean> {
  const [facets, histogram] = await Promise.all([
    readFacets(db, { search, fields: EIGHT_FACETS, limit: VALUES, text: null }),
    readHistogram(db, search),
  ]);
  return histogram.exact && facets.every((facet) => facet.exact);
}
