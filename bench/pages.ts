import { FILTERS } from "#bench/filters.ts";
import { percentile, timesOf } from "#bench/measure.ts";
import { openDatabase } from "#lib/db/database.ts";
import { listEvents } from "#lib/db/list-events.ts";
import { fingerprint } from "#lib/search/cursor.ts";
import { toSearch } from "#lib/search/view-url.ts";

/** Milliseconds of the first page of every filter: median and the 95th percentile. */
export async function measurePages(
  url: string,
): Promise<Record<string, { readonly median: number; readonly p95: number; readonly rows: number }>> {
  const db = openDatabase(url);
  const figures: Record<string, { median: number; p95: number; rows: number }> = {};
  for (const { name, q } of FILTERS) {
    const { search } = toSearch({ q, from: null, to: null }, Date.now());
    const request = {
      search,
      order: "desc",
      limit: 50,
      cursor: null,
      fingerprint: fingerprint({ q, order: "desc" }),
    } as const;
    let rows = 0;
    const times = await timesOf(async () => {
      rows = (await listEvents(db, request)).events.length;
    });
    figures[name] = { median: percentile(times, 0.5), p95: percentile(times, 0.95), rows };
  }
  await db.close();
  return figures;
}
