import * as z from "zod";
import { FILTERS } from "#bench/filters.ts";
import { percentile, timesOf } from "#bench/measure.ts";
import { type Database, openDatabase } from "#lib/db/database.ts";
import { type ListRequest, listEvents } from "#lib/db/list-events.ts";
import { rows, sql } from "#lib/db/sql/raw.ts";
import { type Cursor, fingerprint } from "#lib/search/cursor.ts";
import { toSearch } from "#lib/search/view-url.ts";

export type PageFigures = { readonly median: number; readonly p95: number; readonly rows: number };

const EVENTS_A_PAGE = 50;
const RUNS = 20;

/** Milliseconds of a page: the first of every filter, one of a narrow time, and the thousandth of all events. */
export async function measurePages(url: string): Promise<Record<string, PageFigures>> {
  const db = openDatabase(url);
  const figures: Record<string, PageFigures> = {};
  for (const { name, q } of FILTERS) figures[name] = await measurePage(db, requestOf(q));
  const noon = { from: "2026-11-15T12:00:00Z", to: "2026-11-15T12:10:00Z" };
  figures["writes of ten minutes"] = await measurePage(db, requestOf("is:write", noon));
  const cursor = await lastOfPage(db, 999);
  figures["everything, 1000th page"] = await measurePage(db, { ...requestOf(""), cursor });
  await db.close();
  return figures;
}

async function measurePage(db: Database, request: ListRequest): Promise<PageFigures> {
  let found = 0;
  const times = await timesOf(async () => {
    found = (await listEvents(db, request)).events.length;
  }, RUNS);
  return { median: percentile(times, 0.5), p95: percentile(times, 0.95), rows: found };
}

const EVER = { from: null, to: null };

function requestOf(
  q: string,
  range: { readonly from: string | null; readonly to: string | null } = EVER,
): ListRequest {
  const { search } = toSearch({ q, ...range }, Date.now());
  return {
    search,
    order: "desc",
    limit: EVENTS_A_PAGE,
    cursor: null,
    fingerprint: fingerprint({ q, order: "desc" }),
  };
}

const PlaceRow = z.object({ time: z.coerce.number(), uuid: z.string(), account: z.int() });

/** The marker at the end of this page (the first is 1) of all events. */
async function lastOfPage(db: Database, page: number): Promise<Cursor> {
  const [last] = await rows(
    db.pool,
    PlaceRow,
    sql`select extract(epoch from event_time)::bigint as time, event_id::text as uuid, account from event
        order by event_time desc, event_id desc, account desc limit 1 offset ${page * EVENTS_A_PAGE - 1}`,
  );
  if (last === undefined) throw new Error(`There is no page ${page}.`);
  return { ...last, direction: "after", fingerprint: fingerprint({ q: "", order: "desc" }) };
}
