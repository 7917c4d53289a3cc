import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countEvents } from "#lib/db/count-events.ts";
import { type Database, openDatabase } from "#lib/db/database.ts";
import { type ExportRequest, exportEvents } from "#lib/db/export-events.ts";
import { listEvents } from "#lib/db/list-events.ts";
import { execute, sql } from "#lib/db/sql/raw.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/test-database.ts";
import type { Event } from "#lib/event/event.ts";
import { gatherRecords } from "#lib/ingest/testing/gather-records.ts";
import { runSource, testSource } from "#lib/ingest/testing/run-source.ts";
import { sampleStore } from "#lib/sample/sample-store.ts";
import { sampleTrail } from "#lib/sample/sample-trail.ts";
import { decodeCursor } from "#lib/search/cursor.ts";
import { toSearch } from "#lib/search/view-url.ts";

const TRAIL = sampleTrail({ seed: 11, events: 12_000, days: 40, end: Date.UTC(2026, 10, 13) });
const NOW = Date.UTC(2026, 10, 13);
const MARK = "abcdefghijklmn";

let database: TestDatabase;
let db: Database;

beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase(database.url);
  const result = await runSource(db, await testSource(db, "the trail"), sampleStore(TRAIL));
  expect(result.state).toBe("done");
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

type View = { readonly q?: string; readonly from?: string; readonly to?: string };

function requestOf({ q = "", from, to }: View, more: Partial<ExportRequest> = {}): ExportRequest {
  const { search, problems } = toSearch({ q, from: from ?? null, to: to ?? null }, NOW);
  expect(problems).toEqual([]);
  return { search, order: "desc", withRecords: false, signal: null, ...more };
}

async function exported(request: ExportRequest) {
  const all = [];
  for await (const page of exportEvents(db, request)) all.push(...page);
  return all;
}

async function listed({ search, order }: ExportRequest): Promise<Event[]> {
  const events: Event[] = [];
  let cursor = null;
  for (;;) {
    const page = await listEvents(db, { search, order, limit: 500, cursor, fingerprint: MARK });
    events.push(...page.events);
    if (page.nextCursor === null) return events;
    const next = decodeCursor(page.nextCursor, MARK);
    if ("problem" in next) throw new Error(next.problem.message);
    cursor = next;
  }
}

const VIEWS: readonly View[] = [
  {},
  { q: "is:write" },
  { q: "event:ConsoleLogin" },
  { q: "identity:Root" },
  { q: "-service:ec2 outcome:denied" },
  { q: "resource:*OpsAdmin" },
  { q: "NOT is:read NOT service:iam", from: "2026-10-20", to: "2026-11-05T12:34:56Z" },
  { q: "event:NoSuchEvent" },
];

describe("an export", () => {
  for (const view of VIEWS) {
    for (const order of ["desc", "asc"] as const) {
      it(`holds what the list and the count hold, in the same order: ${JSON.stringify(view)} ${order}`, async () => {
        const request = requestOf(view, { order });
        const events = (await exported(request)).map(({ event }) => event);
        expect(events).toEqual(await listed(request));
        expect(await countEvents(db, request.search)).toEqual({ count: events.length, exact: true });
      });
    }
  }

  it("says who is behind each event, as the list does", async () => {
    const events = (await exported(requestOf({ q: "is:write" }))).map(({ event }) => event);
    expect(events.every(({ actor }) => actor.origin !== undefined)).toBe(true);
    expect(events.filter(({ actor }) => actor.role !== null && actor.origin?.kind === "person")).not.toEqual(
      [],
    );
  });

  it("is stopped while it waits for a month that somebody else holds", async () => {
    const other = await db.pool.connect();
    await other.query("begin; lock table event in access exclusive mode");
    try {
      const reading = exportEvents(db, requestOf({}, { signal: AbortSignal.timeout(200) }));
      const began = performance.now();
      await expect(reading.next()).rejects.toMatchObject({ code: "cancelled" });
      expect(performance.now() - began).toBeLessThan(10_000);
    } finally {
      await other.query("rollback");
      other.release();
    }
  });

  it("carries each record as it was delivered", async () => {
    const records = gatherRecords(TRAIL, "the trail");
    const all = await exported(requestOf({ q: "service:iam" }, { withRecords: true }));
    expect(all.length).toBeGreaterThan(100);
    for (const { event, record } of all) {
      expect(record).not.toContain("\n");
      expect(JSON.parse(record ?? "").eventID).toBe(event.eventId);
      expect(records.has(event.eventId)).toBe(true);
    }
  });

  it("is one snapshot: what is removed meanwhile is in it all the same", async () => {
    const request = requestOf({});
    const before = (await listed(request)).map(({ eventId }) => eventId);
    const ids: string[] = [];
    for await (const page of exportEvents(db, request)) {
      ids.push(...page.map(({ event }) => event.eventId));
      await execute(db.pool, sql`delete from event where event_id = ${before.at(-1) ?? ""}::uuid`);
    }
    expect(ids).toEqual(before);
    expect((await listed(request)).map(({ eventId }) => eventId)).toEqual(before.slice(0, -1));
  });

  it("gives its connection back when its reader leaves early", async () => {
    for (let count = 0; count < 12; count += 1) {
      for await (const _ of exportEvents(db, requestOf({}))) break;
    }
    expect(db.pool.waitingCount).toBe(0);
    expect((await exported(requestOf({ q: "identity:Root" }))).length).toBeGreaterThan(0);
  });

  it("refuses a fourth beside three that run, and leaves connections to the pages", async () => {
    const three = Array.from({ length: 3 }, () => exportEvents(db, requestOf({})));
    for (const one of three) await one.next();
    await expect(exportEvents(db, requestOf({})).next()).rejects.toMatchObject({ code: "too-many-exports" });
    expect((await countEvents(db, requestOf({}).search)).count).toBeGreaterThan(0);
    for (const one of three) await one.return();
    const fourth = exportEvents(db, requestOf({}));
    expect((await fourth.next()).done).toBe(false);
    await fourth.return();
  });

  it("ends when its reader is gone, in the midst of reading", async () => {
    const gone = new AbortController();
    const reading = exportEvents(db, requestOf({}, { signal: gone.signal }));
    await reading.next();
    gone.abort();
    await expect(reading.next()).rejects.toMatchObject({ code: "cancelled" });
  });

  it("fails, and does not end, when the database breaks off", async () => {
    const reading = exportEvents(db, requestOf({}));
    await reading.next();
    await execute(
      db.pool,
      sql`select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and state = 'idle in transaction'`,
    );
    await expect(reading.next()).rejects.toMatchObject({ code: "database-unreachable" });
  });
});
