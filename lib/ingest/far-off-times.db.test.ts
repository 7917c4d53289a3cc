import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { foldActivity } from "#lib/db/activity/fold-activity.ts";
import { readActor } from "#lib/db/actors/read-actor.ts";
import { countEvents } from "#lib/db/count-events.ts";
import { type Database, openDatabase } from "#lib/db/database.ts";
import { readHistogram } from "#lib/db/read-histogram.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/test-database.ts";
import { recordAt } from "#lib/ingest/testing/dated-records.ts";
import { logKey, logObjectOf, memoryStore } from "#lib/ingest/testing/memory-store.ts";
import { runSource, testSource } from "#lib/ingest/testing/run-source.ts";
import { allOf, matchOf } from "#lib/search/condition.ts";
import type { Search } from "#lib/search/search.ts";
import type { Histogram } from "#lib/search/summary.ts";

/**
 * Whoever writes a log can date its events as they like: the drawing keeps to where the others are, and tells of
 * these.
 */

const MINUTE = 60_000;
const BEGIN = Date.UTC(2026, 10, 12);
const END = BEGIN + 200 * MINUTE;
const FORGED = ["1970-01-01T00:00:01Z", "1999-12-31T23:59:59Z", "2099-01-01T00:00:00Z"];

let database: TestDatabase;
let db: Database;

beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase(database.url);
  const times = Array.from({ length: 200 }, (_, index) => new Date(BEGIN + index * MINUTE).toISOString());
  const forged = { eventName: "ForgedCall" };
  const records = [
    ...times.map((time, index) => recordAt(index, time.replace(".000Z", "Z"))),
    ...FORGED.map((time, index) => recordAt(1_000 + index, time, forged)),
  ];
  const result = await runSource(
    db,
    await testSource(db),
    memoryStore({ [logKey("a")]: logObjectOf(records) }),
  );
  expect(result).toMatchObject({ state: "done" });
});

afterAll(async () => {
  await db.close();
  await database.drop();
});

const EVERYTHING: Search = { where: allOf([]), range: { from: null, to: null } };
const FORGED_ONES = matchOf({ kind: "field", id: "event" }, { kind: "equals", value: "ForgedCall" });
const READ_FROM_RECORDS = matchOf({ kind: "path", path: "eventVersion" }, { kind: "exists" });

const drawn = ({ buckets }: Histogram) =>
  buckets.reduce((sum, { read, write, error }) => sum + read + write + error, 0);

async function expectAllCounted(search: Search): Promise<Histogram> {
  const histogram = await readHistogram(db, search, { scanTime: 60_000 });
  const { before, after } = histogram.outside;
  expect({ count: before + drawn(histogram) + after, exact: histogram.exact }).toEqual(
    await countEvents(db, search),
  );
  return histogram;
}

describe.each(["as they are loaded", "folded into months"])("events of far-off times, %s", (state) => {
  beforeAll(async () => {
    if (state === "folded into months") await foldActivity(db.pool);
  });

  it("lie outside of what an endless range draws, and are counted there", async () => {
    for (const where of [EVERYTHING.where, READ_FROM_RECORDS]) {
      const histogram = await expectAllCounted({ ...EVERYTHING, where });
      expect(histogram.outside).toEqual({ before: 2, after: 1 });
      expect(histogram.bucketSeconds).toBe(120);
      expect(histogram.buckets.at(0)?.start).toBe(new Date(BEGIN).toISOString());
      expect(histogram.buckets.at(-1)?.start).toBe(new Date(END - 2 * MINUTE).toISOString());
    }
    const alone = await expectAllCounted({ ...EVERYTHING, where: FORGED_ONES });
    expect([drawn(alone), alone.outside]).toEqual([0, { before: 2, after: 1 }]);
  });

  it("do not stretch a range that is open at one end", async () => {
    const since = await expectAllCounted({ ...EVERYTHING, range: { from: BEGIN, to: null } });
    expect([since.bucketSeconds, since.outside]).toEqual([120, { before: 0, after: 1 }]);
    const until = await expectAllCounted({ ...EVERYTHING, range: { from: null, to: END } });
    expect([until.bucketSeconds, until.outside]).toEqual([120, { before: 2, after: 0 }]);
  });

  it("are drawn where they are asked for", async () => {
    const later = await expectAllCounted({ ...EVERYTHING, range: { from: END, to: null } });
    expect([drawn(later), later.outside]).toEqual([1, { before: 0, after: 0 }]);
    const earlier = await expectAllCounted({ ...EVERYTHING, range: { from: null, to: BEGIN } });
    expect([drawn(earlier), earlier.outside]).toEqual([2, { before: 0, after: 0 }]);
  });

  it("do not move an actor's page away from when it acted", async () => {
    const range = { from: null, to: null };
    const actor = await readActor(db, { name: "PowerScheduler", isRole: true, range, scanTime: 60_000 });
    expect(actor).toMatchObject({ to: "2026-11-12T04:00:00Z", told: { events: 200, isWhole: true } });
  });
});
