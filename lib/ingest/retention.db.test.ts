import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import * as z from "zod";
import { countEvents } from "#lib/db/count-events.ts";
import { type Database, openDatabase } from "#lib/db/database.ts";
import { readCoverage } from "#lib/db/read-coverage.ts";
import { readEvent } from "#lib/db/read-event.ts";
import { setRetention } from "#lib/db/retention/request-upkeep.ts";
import { listSources } from "#lib/db/sources/list-sources.ts";
import { rows, sql } from "#lib/db/sql/raw.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/test-database.ts";
import { daily, idOf, keyOn, recordAt, remove, retain, runNext } from "#lib/ingest/testing/dated-records.ts";
import { logObjectOf, memoryStore } from "#lib/ingest/testing/memory-store.ts";
import { runSource, testSource } from "#lib/ingest/testing/run-source.ts";
import { EVERYTHING } from "#lib/search/search.ts";

/** What is old goes, whole months at a time; what is kept stays; every count says so. */

const NOW = Date.UTC(2026, 10, 24);
const DAYS = ["2026-07-10", "2026-07-31", "2026-08-01", "2026-08-26", "2026-10-02", "2026-11-20"];

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

async function load(name: string, objects: Readonly<Record<string, Uint8Array>>, full = false) {
  const source = await testSource(db, name);
  const { state, progress } = await runSource(db, source, memoryStore(objects), { full });
  expect(state).toBe("done");
  return { source, progress };
}

async function idsLeft(): Promise<string[]> {
  const left = await rows(
    db.pool,
    z.object({ id: z.string() }),
    sql`select event_id::text as id from event order by event_id`,
  );
  return left.map(({ id }) => id);
}

/** Events, counts and records tell the same, and nothing points to what is gone. */
async function expectToAddUp(): Promise<void> {
  const left = await idsLeft();
  const { count } = await countEvents(db, { where: EVERYTHING, range: { from: null, to: null } });
  expect(count).toBe(left.length);
  const listed = await listSources(db);
  expect(listed.reduce((sum, { figures }) => sum + figures.events, 0)).toBe(left.length);
  const [inEvents] = await rows(
    db.pool,
    z.object({ accounts: z.coerce.number(), regions: z.coerce.number() }),
    sql`select count(distinct nullif(account, 0)) as accounts, count(distinct nullif(region, 0)) as regions from event`,
  );
  expect(await readCoverage(db, { from: null, to: null })).toMatchObject(inEvents ?? {});
  for (const id of left) expect(await readEvent(db, id)).toHaveLength(1);
  const [orphans] = await rows(
    db.pool,
    z.object({ events: z.coerce.number(), tables: z.coerce.number(), wrong: z.coerce.number() }),
    sql`select (select count(*) from event e where not exists (select 1 from raw_block b where b.id = e.block)) as events,
          (select count(*) from pg_class where relname like 'kept\\_%' and relkind = 'r') as tables,
          (select count(*) from log_object where records <> events + duplicates + refused + removed) as wrong`,
  );
  expect(orphans).toEqual({ events: 0, tables: 0, wrong: 0 });
}

async function months(): Promise<string[]> {
  const found = await rows(
    db.pool,
    z.object({ name: z.string() }),
    sql`select relname as name from pg_class where relkind = 'r' and relname ~ '^(event|raw_block)_2026' order by 1`,
  );
  return found.map(({ name }) => name);
}

describe("a source that keeps its events for a time", () => {
  it("loses the months that are over for it, with their tables, and keeps the rest", async () => {
    const { source } = await load("one", daily(DAYS, 1));
    // 90 days before is 26 August: July is over, August is not.
    expect(await retain(db, source, 90, NOW)).toMatchObject({ state: "done" });
    expect(await idsLeft()).toEqual([3, 4, 5, 6].map(idOf));
    expect(await months()).toEqual(
      ["08", "10", "11"]
        .flatMap((month) => [`event_2026_${month}`])
        .concat(["08", "10", "11"].map((month) => `raw_block_2026_${month}`)),
    );
    const job = await db.prisma.job.findFirstOrThrow({ where: { kind: "retention" } });
    expect(Number(job.eventsRemoved)).toBe(2);
    expect(Number(job.bytesFreed)).toBeGreaterThan(0);
    await expectToAddUp();
  });

  it("does not load again what it has removed, not even by a full check", async () => {
    const { source } = await load("one", daily(DAYS, 1));
    await retain(db, source, 90, Date.now());
    const before = await idsLeft();
    const { progress } = await load("one", daily(DAYS, 1), true);
    expect(progress).toMatchObject({ objectsLoaded: 0, events: 0, objectsFailed: 0 });
    expect(await idsLeft()).toEqual(before);
    await expectToAddUp();
  });

  it("passes by old objects that it never had", async () => {
    const source = await testSource(db, "one");
    await setRetention(db, source.id, 90, Date.now());
    const fresh = new Date(Date.now() - 5 * 86_400_000).toISOString().slice(0, 10);
    const { progress } = await load("one", daily(["2020-01-01", fresh], 1));
    expect(progress.objectsLoaded).toBe(1);
    expect(await idsLeft()).toEqual([idOf(2)]);
  });

  it("has it all back once it keeps more", async () => {
    // One object without a day in its key, one with events of two months, one of which goes.
    const objects = {
      ...daily(DAYS, 1),
      "old.json.gz": logObjectOf([
        recordAt(11, "2026-07-01T00:00:00Z"),
        recordAt(12, "2026-11-01T00:00:00Z"),
      ]),
      [keyOn("2026-08-01", "late")]: logObjectOf([
        recordAt(13, "2026-07-31T23:59:00Z"),
        recordAt(14, "2026-08-01T00:01:00Z"),
      ]),
    };
    const { source } = await load("one", objects);
    const all = await idsLeft();
    await retain(db, source, 90, NOW);
    expect(await idsLeft()).toHaveLength(all.length - 4);
    await expectToAddUp();
    await setRetention(db, source.id, null, NOW);
    await load("one", objects);
    expect(await idsLeft()).toEqual(all);
    const [listed] = await listSources(db);
    expect(listed?.figures.events).toBe(all.length);
  });

  it("loses refused records with their month", async () => {
    const body = logObjectOf([recordAt(1, "2026-07-10T00:00:00Z"), { eventVersion: "1.08" }, "no record"]);
    const { source } = await load("one", { [keyOn("2026-07-10", "a")]: body });
    expect(await db.prisma.refusedRecord.count()).toBe(2);
    await retain(db, source, 90, NOW);
    expect(await db.prisma.refusedRecord.count()).toBe(0);
    await expectToAddUp();
  });

  it("loses what claims to be from before CloudTrail, and nothing that claims to be from the future", async () => {
    const odd = [recordAt(1, "1999-01-01T00:00:00Z"), recordAt(2, "9999-12-31T00:00:00Z")];
    const { source } = await load("one", { "odd.json.gz": logObjectOf(odd) });
    await retain(db, source, 1, NOW);
    expect(await idsLeft()).toEqual([idOf(2)]);
    await load("two", { "odd.json.gz": logObjectOf(odd) });
    expect(await idsLeft()).toEqual([1, 2].map(idOf));
    await expectToAddUp();
  });
});

describe("a month that another source keeps", () => {
  it("keeps the events of that one, found by the same words, in the same order", async () => {
    const { source } = await load("short", daily(DAYS, 1));
    await load("long", daily(DAYS, 101));
    await retain(db, source, 90, NOW);
    expect(await idsLeft()).toEqual([3, 4, 5, 6, 101, 102, 103, 104, 105, 106].map(idOf));
    await expectToAddUp();
    const { progress } = await load("long", daily(["2026-07-11"], 201), true);
    expect(progress.events).toBe(1);
    await expectToAddUp();
  });

  it("keeps an event that both delivered, in the name of the one that keeps it", async () => {
    const { source: first } = await load("short", daily(DAYS, 1));
    const { source: second } = await load("long", daily(["2026-07-31", "2026-08-01"], 2));
    await retain(db, first, 90, NOW);
    expect(await idsLeft()).toEqual([2, 3, 4, 5, 6].map(idOf));
    const [detail] = await readEvent(db, idOf(2));
    expect(detail?.event.origin).toBe("long");
    expect(detail?.object.key).toContain("short AWSLogs/");
    await expectToAddUp();
    // And no longer than that one keeps it.
    await retain(db, second, 90, NOW);
    expect(await idsLeft()).toEqual([3, 4, 5, 6].map(idOf));
    await expectToAddUp();
  });
});

describe("a source that is removed", () => {
  it("goes with its events, ledger, coverage and runs; other sources stay as they are", async () => {
    const { source } = await load("gone", daily(DAYS, 1));
    await load("stays", daily(["2026-07-31", "2026-09-09"], 50));
    expect(await remove(db, source)).toMatchObject({ state: "done" });
    expect(await idsLeft()).toEqual([50, 51].map(idOf));
    expect((await listSources(db)).map(({ source: { name } }) => name)).toEqual(["stays"]);
    const of = { where: { sourceId: source.id } };
    expect(await db.prisma.logObject.count(of)).toBe(0);
    expect(await db.prisma.coverage.count(of)).toBe(0);
    expect(await db.prisma.job.count(of)).toBe(0);
    await expectToAddUp();
  });

  it("loads nothing any more, and can be added anew afterwards", async () => {
    const { source } = await load("one", daily(DAYS, 1));
    await db.prisma.source.update({ where: { id: source.id }, data: { removingAt: new Date() } });
    await expect(load("one", daily(DAYS, 1))).rejects.toThrow("one is being removed");
    await remove(db, source);
    const { progress } = await load("one", daily(DAYS, 1));
    expect(progress.events).toBe(DAYS.length);
    await expectToAddUp();
  });

  it("stays, with what is left, where somebody cancels it; the next run loads the rest again", async () => {
    const { source } = await load("one", daily(DAYS, 1));
    await db.prisma.source.update({ where: { id: source.id }, data: { removingAt: new Date() } });
    await db.prisma.job.create({
      data: { sourceId: source.id, kind: "removal", trigger: "person", cancelRequested: true },
    });
    expect((await runNext(db, NOW)).state).toBe("cancelled");
    await load("one", daily(DAYS, 1));
    expect(await idsLeft()).toEqual(DAYS.map((_, place) => idOf(place + 1)));
    await expectToAddUp();
  });
});

describe("whatever sources deliver and however long they keep it", () => {
  it("never loses an event that one of its sources keeps, and loses all others", async () => {
    const day = fc
      .integer({ min: 0, max: 200 })
      .map((back) => new Date(NOW - back * 86_400_000).toISOString().slice(0, 10));
    const one = fc.record({
      keep: fc.constantFrom(null, 1, 30, 31, 60, 90, 180),
      days: fc.array(day, { maxLength: 12 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.tuple(one, one), fc.boolean(), async (sources, isReversed) => {
        await db.pool.query(
          "truncate event, raw_block, event_copy, source, coverage, refused_record, activity, activity_delta cascade",
        );
        const expected = new Set<string>();
        // The number of an event is its day, so that both sources deliver the same where they have the same day.
        const numberOf = (text: string) => Math.round((NOW - Date.parse(text)) / 86_400_000);
        const loaded = [];
        for (const [place, { keep, days }] of sources.entries()) {
          const objects = Object.fromEntries(
            days.map((text) => [
              keyOn(text, `n${numberOf(text)}`),
              logObjectOf([recordAt(numberOf(text), `${text}T10:00:00Z`)]),
            ]),
          );
          loaded.push({ ...(await load(`source ${place}`, objects)), keep });
          for (const text of days) {
            const end = Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)), 1);
            if (keep === null || end > NOW - keep * 86_400_000) expected.add(idOf(numberOf(text)));
            if (keep === null || Date.parse(text) >= NOW - keep * 86_400_000) {
              expect(expected.has(idOf(numberOf(text)))).toBe(true);
            }
          }
        }
        if (isReversed) loaded.reverse();
        for (const { source, keep } of loaded) if (keep !== null) await retain(db, source, keep, NOW);
        expect(await idsLeft()).toEqual([...expected].sort());
        await expectToAddUp();
      }),
      { numRuns: 8 },
    );
  }, 120_000);
});
