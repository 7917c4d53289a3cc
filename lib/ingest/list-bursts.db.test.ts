import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countNewer } from "#lib/db/count-newer.ts";
import type { Database } from "#lib/db/database.ts";
import { type BurstPage, listBursts } from "#lib/db/list-bursts.ts";
import { listEvents } from "#lib/db/list-events.ts";
import { type LoadedDatabase, loadedDatabase } from "#lib/ingest/testing/loaded-database.ts";
import { sampleTrail } from "#lib/sample/sample-trail.ts";
import { type Cursor, decodeCursor } from "#lib/search/cursor.ts";
import { EVERYTHING } from "#lib/search/search.ts";

/** Folded pages hold what the list holds, whatever they fold and whichever way they are turned. */

const TRAIL = sampleTrail({ seed: 11, events: 10_000, days: 10, end: Date.UTC(2026, 10, 3) });
const MARK = "abcdefghijklmn";
const SEARCH = { where: EVERYTHING, range: { from: null, to: null } };

let loaded: LoadedDatabase;
let db: Database;

beforeAll(async () => {
  loaded = await loadedDatabase(TRAIL);
  ({ db } = loaded);
});
afterAll(() => loaded.drop());

type Way = { readonly order: "desc" | "asc"; readonly limit: number; readonly fold: boolean };

function page(way: Way, marker: string | null): Promise<BurstPage> {
  return listBursts(db, {
    ...way,
    search: SEARCH,
    cursor: marker === null ? null : read(marker),
    fingerprint: MARK,
    dayOf: ({ eventTime }) => eventTime.slice(0, 10),
  });
}

function read(marker: string): Cursor {
  const cursor = decodeCursor(marker, MARK);
  if ("problem" in cursor) throw new Error(cursor.problem.message);
  return cursor;
}

async function wholeList(order: "desc" | "asc"): Promise<string[]> {
  const ids: string[] = [];
  let cursor: Cursor | null = null;
  for (;;) {
    const { events, nextCursor } = await listEvents(db, {
      search: SEARCH,
      order,
      limit: 500,
      cursor,
      fingerprint: MARK,
    });
    ids.push(...events.map(({ eventId }) => eventId));
    if (nextCursor === null) return ids;
    cursor = read(nextCursor);
  }
}

/** The events of a page in the order of `list`, of which they must be a stretch without a hole. */
function stretchOf({ bursts }: BurstPage, list: readonly string[]): string[] {
  const ids = bursts.flatMap(({ event, others }) => [event, ...others].map(({ eventId }) => eventId));
  const start = list.indexOf(ids[0] ?? "");
  const stretch = list.slice(start, start + ids.length);
  expect(new Set(ids)).toEqual(new Set(stretch));
  return stretch;
}

describe.each<Way>([
  { order: "desc", limit: 50, fold: true },
  { order: "asc", limit: 50, fold: true },
  { order: "desc", limit: 7, fold: true },
  { order: "desc", limit: 500, fold: true },
  { order: "desc", limit: 50, fold: false },
])("pages of $limit rows, $order, folded: $fold", (way) => {
  it("are the whole list cut in pieces, forwards and backwards", async () => {
    const list = await wholeList(way.order);
    let current = await page(way, null);
    const first = current;
    const forwards = stretchOf(current, list);
    while (current.nextCursor !== null) {
      current = await page(way, current.nextCursor);
      expect(current.bursts.length).toBeLessThanOrEqual(way.limit);
      forwards.push(...stretchOf(current, list));
    }
    expect(forwards).toEqual(list);

    const backwards = stretchOf(current, list);
    while (current.prevCursor !== null) {
      current = await page(way, current.prevCursor);
      backwards.unshift(...stretchOf(current, list));
    }
    expect(backwards).toEqual(list);
    expect(first.prevCursor).toBeNull();
  });
});

it("a page that was left is found again on the way back", async () => {
  const way: Way = { order: "desc", limit: 50, fold: true };
  const first = await page(way, null);
  const second = await page(way, first.nextCursor);
  const again = await page(way, second.prevCursor);
  expect(again.bursts).toEqual(first.bursts);
  expect(again.prevCursor).toBeNull();
});

it("folds: a full page of rows holds more events than rows", async () => {
  const { bursts } = await page({ order: "desc", limit: 50, fold: true }, null);
  const events = bursts.reduce((sum, { others }) => sum + 1 + others.length, 0);
  expect(bursts).toHaveLength(50);
  expect(events).toBeGreaterThan(50);
});

it("counts what lies before a place, and says at least where there is much", async () => {
  const list = await wholeList("desc");
  const third = await page({ order: "desc", limit: 3, fold: false }, null);
  expect(third.topCursor).not.toBeNull();
  expect(await countNewer(db, SEARCH, read(third.topCursor ?? ""))).toEqual({ count: 0, exact: true });
  expect(await countNewer(db, SEARCH, read(third.nextCursor ?? ""))).toEqual({ count: 2, exact: true });
  const last = await page({ order: "asc", limit: 1, fold: false }, null);
  expect(list.length).toBeGreaterThan(1_001);
  expect(await countNewer(db, SEARCH, read(last.topCursor ?? ""))).toEqual({ count: 1_000, exact: false });
});
