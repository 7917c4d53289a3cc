import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "#lib/db/database.ts";
import { listEvents } from "#lib/db/list-events.ts";
import { readEvent } from "#lib/db/read-event.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/test-database.ts";
import { idOf, keyOn, recordAt, remove } from "#lib/ingest/testing/dated-records.ts";
import { indexFingerprint } from "#lib/ingest/testing/index-fingerprint.ts";
import { logObjectOf, memoryStore } from "#lib/ingest/testing/memory-store.ts";
import { runSource, testSource } from "#lib/ingest/testing/run-source.ts";
import { toSearch } from "#lib/search/view-url.ts";

/** The answers of docs/same-event.md, one by one. */

const DAY = "2026-11-12";
const record = (index: number, changes: object = {}) => recordAt(index, `${DAY}T10:00:00Z`, changes);

let database: TestDatabase;
let db: Database;

beforeEach(async () => {
  database = await createTestDatabase();
  db = openDatabase(database.url);
});
afterEach(async () => {
  await db.close();
  await database.drop();
});

async function load(objects: Readonly<Record<string, Uint8Array>>, name = "one") {
  const source = await testSource(db, name);
  const { state, progress } = await runSource(db, source, memoryStore(objects), { full: true });
  expect(state).toBe("done");
  expect(progress.events + progress.duplicates + progress.refused).toBe(progress.records);
  return { source, progress };
}

async function find(q: string): Promise<string[]> {
  const { search } = toSearch({ q, from: null, to: null }, Date.now());
  const page = await listEvents(db, { search, order: "asc", limit: 500, cursor: null, fingerprint: "" });
  return page.events.map(({ eventId }) => eventId).sort();
}

describe("one event", () => {
  it("is there once where the same object lies under two keys; both are in the ledger", async () => {
    const body = logObjectOf([record(1), record(2)]);
    const { progress } = await load({ [keyOn(DAY, "a")]: body, [keyOn(DAY, "b")]: body });
    expect(progress).toMatchObject({ objectsLoaded: 2, records: 4, events: 2, duplicates: 2 });
    const ledger = await db.prisma.logObject.findMany({ orderBy: { key: "asc" } });
    expect(ledger.map(({ state, records }) => [state, records])).toEqual([
      ["loaded", 2],
      ["loaded", 2],
    ]);
  });

  it("shows the object that brought it first, and which other source brought it is known", async () => {
    await load({ [keyOn(DAY, "a")]: logObjectOf([record(1)]) }, "first");
    const { progress } = await load({ [keyOn(DAY, "b")]: logObjectOf([record(1)]) }, "second");
    expect(progress).toMatchObject({ events: 0, duplicates: 1 });
    const [detail] = await readEvent(db, idOf(1));
    expect(detail?.object).toMatchObject({ source: "first", key: keyOn(DAY, "a") });
    expect(await db.prisma.eventCopy.count()).toBe(1);
    expect(await find("origin:first")).toEqual([idOf(1)]);
  });

  it("becomes the second source's where the first is removed", async () => {
    const { source } = await load({ [keyOn(DAY, "a")]: logObjectOf([record(1), record(2)]) }, "first");
    await load({ [keyOn(DAY, "b")]: logObjectOf([record(1)]) }, "second");
    await remove(db, source);
    expect(await find("")).toEqual([idOf(1)]);
    expect(await find("origin:second")).toEqual([idOf(1)]);
    expect(await find("origin:first")).toEqual([]);
    const [detail] = await readEvent(db, idOf(1));
    expect(JSON.parse(detail?.record ?? "")).toEqual(record(1));
  });

  it("needs no note where the same source delivers it again", async () => {
    await load({ [keyOn(DAY, "a")]: logObjectOf([record(1)]) });
    await load({ [keyOn(DAY, "b")]: logObjectOf([record(1)]) });
    expect(await db.prisma.eventCopy.count()).toBe(0);
  });
});

describe("an object that is replaced under its key", () => {
  it("adds what is new in it and takes nothing away", async () => {
    const key = keyOn(DAY, "a");
    await load({ [key]: logObjectOf([record(1), record(2)]) });
    const { progress } = await load({ [key]: logObjectOf([record(2), record(3)]) });
    expect(progress).toMatchObject({ objectsLoaded: 1, records: 2, events: 1, duplicates: 1 });
    expect(await find("")).toEqual([1, 2, 3].map(idOf));
    for (const index of [1, 2, 3]) {
      const [detail] = await readEvent(db, idOf(index));
      expect(JSON.parse(detail?.record ?? "")).toEqual(record(index));
    }
    const [cell] = await db.prisma.coverage.findMany();
    expect([Number(cell?.objects), Number(cell?.events)]).toEqual([1, 3]);
    const again = await load({ [key]: logObjectOf([record(2), record(3)]) });
    expect(again.progress).toMatchObject({ objectsLoaded: 0, objectsAlready: 1 });
  });
});

describe("an event that corrects another", () => {
  it("is an event of its own; both stay, and one leads to the other", async () => {
    const addendum = {
      reason: "UPDATED_DATA",
      updatedFields: "responseElements",
      originalRequestID: "REQ-1",
      originalEventID: idOf(1),
    };
    const late = { reason: "DELIVERY_DELAY" };
    const records = [record(1), record(2, { addendum }), record(3, { addendum: late })];
    const { progress } = await load({ [keyOn(DAY, "a")]: logObjectOf(records) });
    expect(progress).toMatchObject({ events: 3, duplicates: 0 });
    expect(await find(`addendum.originalEventID:${idOf(1)}`)).toEqual([idOf(2)]);
    expect(await find("addendum.reason:UPDATED_DATA")).toEqual([idOf(2)]);
    expect(await find("addendum.updatedFields:responseElements")).toEqual([idOf(2)]);
    expect(await find("addendum.reason:DELIVERY_DELAY")).toEqual([idOf(3)]);
    const [original] = await readEvent(db, idOf(1));
    expect(JSON.parse(original?.record ?? "")).toEqual(record(1));
  });
});

describe("a record without an eventID", () => {
  it("is the same event wherever it comes again, also from another source, and another record is another", async () => {
    const { eventID: _, ...old } = { ...record(1), eventVersion: "1.0" };
    const other = { ...old, eventName: "RunInstances" };
    await load({ [keyOn(DAY, "a")]: logObjectOf([old, other]) }, "first");
    const { progress } = await load({ [keyOn(DAY, "b")]: logObjectOf([other, old, old]) }, "second");
    expect(progress).toMatchObject({ events: 0, duplicates: 3 });
    expect(await find("")).toHaveLength(2);
  });
});

describe("every folder of a bucket", () => {
  it("is taken for what it is: logs of all kinds are loaded, digests set aside", async () => {
    const key = (folder: string) =>
      `AWSLogs/o-example/111122223333/${folder}/eu-west-1/2026/11/12/111122223333_${folder}_eu-west-1_20261112T1200Z_abcdefghijklmnop.json.gz`;
    const aggregated = {
      eventVersion: "1.0",
      eventId: idOf(4),
      accountId: "111122223333",
      awsRegion: "eu-west-1",
      eventType: "AwsAggregatedEvent",
      eventCategory: "Aggregated",
      timeWindow: { windowStart: `${DAY}T10:00:00Z`, windowEnd: `${DAY}T10:05:00Z`, windowSize: "PT5M" },
      summary: { primaryDimension: { dimension: "eventName" }, details: [] },
    };
    const insight = (index: number, state: string) =>
      record(index, {
        eventType: "AwsCloudTrailInsight",
        eventCategory: "Insight",
        sharedEventID: idOf(99),
        insightDetails: { state, eventSource: "ec2.amazonaws.com", eventName: "RunInstances" },
      });
    const network = record(3, { eventType: "AwsVpceEvents", eventCategory: "NetworkActivity" });
    const { progress } = await load({
      [key("CloudTrail")]: logObjectOf([record(1)]),
      [key("CloudTrail-Insight")]: logObjectOf([insight(5, "Start"), insight(6, "End")]),
      [key("CloudTrail-NetworkActivity")]: logObjectOf([network]),
      [key("CloudTrail-Aggregated")]: logObjectOf([aggregated]),
      "AWSLogs/o-example/111122223333/CloudTrail-Digest/eu-west-1/2026/11/12/111122223333_CloudTrail-Digest_eu-west-1_trail_eu-west-1_20261112T120000Z.json.gz":
        logObjectOf([]),
    });
    expect(progress).toMatchObject({ objectsSeen: 4, objectsLoaded: 4, events: 5, refused: 0 });
    expect(await find("category:Insight")).toEqual([5, 6].map(idOf));
    expect(await find(`sharedEventID:${idOf(99)}`)).toEqual([5, 6].map(idOf));
    expect(await find("category:NetworkActivity")).toEqual([idOf(3)]);
    expect(await find("category:Aggregated")).toEqual([idOf(4)]);
  });
});

describe("the same records", () => {
  it("split into objects in any way, in any order, with repeats, make the same index", async () => {
    const months = ["2026-09-30T23:59:59Z", "2026-10-01T00:00:00Z", "2026-11-12T10:00:00Z"];
    const all = Array.from({ length: 24 }, (_, index) =>
      recordAt(index, months[index % 3] ?? "", { eventName: `Call${index % 5}` }),
    );
    await load({ [keyOn(DAY, "whole")]: logObjectOf(all) });
    const whole = await indexFingerprint(db);
    const split = fc.record({
      order: fc.shuffledSubarray(all, { minLength: all.length }),
      repeats: fc.array(fc.constantFrom(...all), { maxLength: 10 }),
      size: fc.integer({ min: 1, max: 12 }),
    });
    await fc.assert(
      fc.asyncProperty(split, async ({ order, repeats, size }) => {
        await db.pool.query(
          "truncate event, raw_block, source, coverage, event_copy, activity, activity_delta cascade",
        );
        const records = [...order, ...repeats];
        const objects: Record<string, Uint8Array> = {};
        for (let start = 0; start < records.length; start += size) {
          objects[keyOn(DAY, `part${start}`)] = logObjectOf(records.slice(start, start + size));
        }
        const { progress } = await load(objects);
        expect(progress).toMatchObject({ events: all.length, duplicates: repeats.length });
        expect(await indexFingerprint(db)).toBe(whole);
      }),
      { numRuns: 8 },
    );
  }, 120_000);
});
