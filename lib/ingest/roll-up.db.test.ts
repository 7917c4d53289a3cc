import { afterEach, beforeEach, describe, expect, it } from "vitest";
import * as z from "zod";
import { foldActivity } from "#lib/db/activity/fold-activity.ts";
import { rebuildActivity } from "#lib/db/activity/rebuild-activity.ts";
import { countEvents } from "#lib/db/count-events.ts";
import { type Database, openDatabase } from "#lib/db/database.ts";
import { holdMonths } from "#lib/db/retention/locks.ts";
import { inTransaction, rows, sql } from "#lib/db/sql/raw.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/test-database.ts";
import { indexFingerprint } from "#lib/ingest/testing/index-fingerprint.ts";
import { logKey, logObjectOf, memoryStore } from "#lib/ingest/testing/memory-store.ts";
import { runSource, testSource } from "#lib/ingest/testing/run-source.ts";
import { sampleStore } from "#lib/sample/sample-store.ts";
import { sampleTrail } from "#lib/sample/sample-trail.ts";
import { EVERYTHING } from "#lib/search/search.ts";

/**
 * The roll-up and the events that it counts. That it survives kills is tested with them: it is part of the
 * fingerprint.
 */

/** A machine that is busy otherwise takes its time over several loads. */
const PATIENCE = 300_000;

const SAMPLE = { seed: 6, events: 10_000, days: 12, end: Date.UTC(2026, 10, 5) };

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

/** How many rows the roll-up lacks or has too many, by a count of all events. */
async function differences(): Promise<number> {
  const client = await db.pool.connect();
  try {
    await client.query("begin");
    await client.query("select fold_activity()");
    await client.query("select rebuild_activity(null, null)");
    const { rows } = await client.query("select count(*)::int as rows from activity_delta");
    return Number(rows[0]?.rows);
  } finally {
    await client.query("rollback");
    client.release();
  }
}

async function loadSample(): Promise<void> {
  await runSource(db, await testSource(db, "sample"), sampleStore(sampleTrail(SAMPLE)));
}

async function countAll(): Promise<number> {
  const { count, exact } = await countEvents(db, { where: EVERYTHING, range: { from: null, to: null } });
  expect(exact).toBe(true);
  return count;
}

const record = (number: number, eventTime: string) => ({
  eventVersion: "1.08",
  eventID: `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`,
  eventTime,
  eventName: "StopInstances",
  eventSource: "ec2.amazonaws.com",
  userIdentity: { type: "IAMUser", userName: "alice" },
});

describe("the roll-up", { timeout: PATIENCE }, () => {
  it("says what a count of all events says, folded or not, and folding changes nothing", async () => {
    await loadSample();
    const before = await indexFingerprint(db);
    expect(await differences()).toBe(0);
    await foldActivity(db.pool);
    expect(await differences()).toBe(0);
    expect(await indexFingerprint(db)).toBe(before);
  });

  it("is folded while others load, and gives its space back when a run ends", async () => {
    await inTransaction(db.pool, async (loader) => {
      await holdMonths(loader);
      // A loader goes on: its first statement alone would keep PostgreSQL from cleaning away what was folded since.
      await loader.query("select 1");
      await loadSample();
    });
    const waiting = sql`select count(*)::int as rows, pg_relation_size('activity_delta')::int as bytes from activity_delta`;
    expect(await rows(db.pool, z.object({ rows: z.int(), bytes: z.int() }), waiting)).toEqual([
      { rows: 0, bytes: 0 },
    ]);
    expect(await differences()).toBe(0);
  });

  it("counts nothing twice when objects are loaded again", async () => {
    const store = sampleStore(sampleTrail(SAMPLE));
    const source = await testSource(db, "sample");
    await runSource(db, source, store);
    const before = await indexFingerprint(db);
    await runSource(db, source, store, { full: true });
    expect(await indexFingerprint(db)).toBe(before);
  });

  it("can be made anew from the events, as an index from before it had one needs", async () => {
    await loadSample();
    const before = await indexFingerprint(db);
    await db.pool.query("truncate activity, activity_delta");
    await db.pool.query("select rebuild_activity(null, null)");
    expect(await indexFingerprint(db)).toBe(before);
  });

  it("holds times that have no month of their own like any other", async () => {
    const times = [
      "1970-01-01T00:00:00Z",
      "2012-12-31T23:59:59Z",
      "2100-01-01T00:00:00Z",
      "9999-12-31T23:59:59Z",
    ];
    const objects = times.map((time, index) => [logKey(`odd${index}`), logObjectOf([record(index, time)])]);
    const store = memoryStore(Object.fromEntries(objects));
    const { progress } = await runSource(db, await testSource(db), store);
    expect(progress).toMatchObject({ events: times.length, refused: 0 });
    await foldActivity(db.pool);
    expect(await differences()).toBe(0);
    expect(await countAll()).toBe(times.length);
    const range = { from: Date.parse("2012-12-31T00:00:00Z"), to: Date.parse("2013-01-01T00:00:00Z") };
    expect(await countEvents(db, { where: EVERYTHING, range })).toEqual({ count: 1, exact: true });
  });
});

describe("a month whose events were deleted, in part or all", { timeout: PATIENCE }, () => {
  it("is counted anew, and other months stay", async () => {
    await loadSample();
    for (const [condition, isFolded] of [
      ["event_time < '2026-10-27'", false],
      ["true", true],
    ] as const) {
      if (isFolded) await foldActivity(db.pool);
      await inTransaction(db.pool, async (client) => {
        await client.query(`delete from event_2026_10 where ${condition}`);
        await rebuildActivity(client, "2026_10");
      });
      expect(await differences()).toBe(0);
      expect(await countAll()).toBe(await db.prisma.eventRow.count());
    }
    await foldActivity(db.pool);
    const { rows } = await db.pool.query(
      "select count(*)::int as rows from activity where start < extract(epoch from timestamptz '2026-11-01Z') / 3600",
    );
    expect(rows[0]?.rows).toBe(0);
  });

  it("is counted rightly while others load into it and fold", async () => {
    await loadSample();
    const source = await testSource(db, "late");
    const objects = [...Array(30).keys()].map((index) => [
      logKey(`late${index}`),
      logObjectOf([...Array(50).keys()].map((place) => record(index * 50 + place, "2026-10-30T12:00:00Z"))),
    ]);
    const loading = runSource(db, source, memoryStore(Object.fromEntries(objects)));
    for (let round = 0; round < 6; round++) {
      await inTransaction(db.pool, (client) => rebuildActivity(client, "2026_10"));
      await foldActivity(db.pool);
    }
    await loading;
    expect(await differences()).toBe(0);
  });
});
