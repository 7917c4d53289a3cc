import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import * as z from "zod";
import { rebuildActivity } from "#lib/db/activity/rebuild-activity.ts";
import { countEvents } from "#lib/db/count-events.ts";
import { type Database, openDatabase } from "#lib/db/database.ts";
import { exportEvents } from "#lib/db/export-events.ts";
import { listEvents } from "#lib/db/list-events.ts";
import { readEvent } from "#lib/db/read-event.ts";
import { buildKept } from "#lib/db/retention/build-kept.ts";
import { clearMonth } from "#lib/db/retention/clear-month.ts";
import { goneSources } from "#lib/db/retention/month-facts.ts";
import { removeSource, setRetention } from "#lib/db/retention/request-upkeep.ts";
import { swapMonth } from "#lib/db/retention/swap-month.ts";
import { rows, sql } from "#lib/db/sql/raw.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/test-database.ts";
import { idOf, keyOn, recordAt, retain, runNext } from "#lib/ingest/testing/dated-records.ts";
import { logObjectOf, memoryStore } from "#lib/ingest/testing/memory-store.ts";
import { runSource, testSource } from "#lib/ingest/testing/run-source.ts";
import { EVERYTHING } from "#lib/search/search.ts";

/** Whatever ends a job that removes before its time, and whoever loads and reads meanwhile. */

const NOW = Date.UTC(2026, 10, 24);
const OLD = "2026-03-10";

let database: TestDatabase;
let db: Database;

beforeEach(async () => {
  database = await createTestDatabase();
  db = openDatabase(database.url, 20);
});
afterEach(async () => {
  await db.close();
  await database.drop();
});

/** So many events of one old month, numbered from `first`, in objects of 200. */
function oldObjects(amount: number, first: number, day = OLD): Record<string, Uint8Array> {
  const objects: Record<string, Uint8Array> = {};
  for (let start = 0; start < amount; start += 200) {
    const records = Array.from({ length: Math.min(200, amount - start) }, (_, place) =>
      recordAt(first + start + place, `${day}T10:00:00Z`),
    );
    objects[keyOn(day, `o${first + start}`)] = logObjectOf(records);
  }
  return objects;
}

async function load(name: string, objects: Readonly<Record<string, Uint8Array>>) {
  const source = await testSource(db, name);
  const { state, progress } = await runSource(db, source, memoryStore(objects), { full: true });
  expect(state).toBe("done");
  return { source, progress };
}

async function count(): Promise<number> {
  const [row] = await rows(
    db.pool,
    z.object({ events: z.coerce.number() }),
    sql`select count(*) as events from event`,
  );
  return row?.events ?? 0;
}

async function sums(): Promise<unknown> {
  const [row] = await rows(
    db.pool,
    z.object({ coverage: z.coerce.number(), ledger: z.coerce.number(), left: z.coerce.number() }),
    sql`select (select coalesce(sum(events), 0) from coverage) as coverage,
          (select coalesce(sum(events), 0) from log_object) as ledger,
          (select count(*) from pg_class where relkind = 'r' and relname like 'kept\\_%') as left`,
  );
  return row;
}

const context = () => ({ now: NOW, jobId: null, signal: new AbortController().signal });

describe("a job that removes, broken off", () => {
  it("by the end of its connection at any statement, has done all of a month or nothing of it", async () => {
    await load("keeps", oldObjects(200, 10_000));
    const { source } = await load("one", oldObjects(200, 1));
    await setRetention(db, source.id, 30, NOW);
    const seen = new Set<number>();
    for (let statements = 1; ; statements++) {
      const other = openDatabase(database.url, 2);
      breakAfter(other, statements);
      const ended = await clearMonth(other, "2026_03", context()).then(
        () => true,
        () => false,
      );
      await other.close().catch(() => {});
      const left = await count();
      seen.add(left);
      expect([200, 400]).toContain(left);
      expect(await sums()).toMatchObject({ coverage: left, ledger: left });
      if (ended) break;
      expect(statements).toBeLessThan(200);
    }
    expect(seen).toEqual(new Set([200, 400]));
    // The job itself comes after that and finds nothing to do but to clean up.
    await runNext(db, NOW);
    expect(await sums()).toEqual({ coverage: 200, ledger: 200, left: 0 });
    expect(await readEvent(db, idOf(10_150))).toHaveLength(1);
  }, 120_000);

  it("by killing the worker, is taken up by the next as if nothing had happened", async () => {
    await load("keeps", oldObjects(4_000, 100_000));
    const { source } = await load("one", {
      ...oldObjects(4_000, 1),
      ...oldObjects(4_000, 20_000, "2026-04-10"),
    });
    await removeSource(db, source.id);
    for (const life of [700, 1_100, 1_400, 1_700]) {
      const worker = startWorker();
      await sleep(life);
      worker.kill("SIGKILL");
      await worker.ended;
      expect([4_000, 8_000, 12_000]).toContain(await count());
    }
    const worker = startWorker();
    await expect.poll(() => db.prisma.source.count(), { timeout: 60_000 }).toBe(1);
    worker.kill("SIGTERM");
    await worker.ended;
    expect(await count()).toBe(4_000);
    expect(await sums()).toEqual({ coverage: 4_000, ledger: 4_000, left: 0 });
  }, 120_000);
});

describe("while a month is removed", () => {
  it("nothing that is loaded into it is lost, and loading goes on", async () => {
    const { source } = await load("one", oldObjects(3_000, 1));
    await load("keeps", oldObjects(200, 50_000));
    const loading = (async () => {
      for (let part = 0; part < 12; part++) await load("keeps", oldObjects(600, 60_000 + part * 600));
    })();
    await retain(db, source, 30, NOW);
    await loading;
    expect(await count()).toBe(200 + 12 * 600);
    expect(await sums()).toMatchObject({ coverage: 7_400, left: 0 });
  }, 120_000);

  it("a loader that knew its tables makes them again", async () => {
    const { source } = await load("one", oldObjects(200, 1));
    await retain(db, source, 30, NOW);
    expect((await load("keeps", oldObjects(200, 1_000))).progress).toMatchObject({
      events: 200,
      objectsFailed: 0,
    });
  });

  it("readers get their answers, whole, and none of them waits for long", async () => {
    const { source } = await load("one", oldObjects(4_000, 1));
    await load("keeps", oldObjects(400, 50_000));
    const search = { where: EVERYTHING, range: { from: null, to: null } };
    let isOver = false;
    let slowest = 0;
    const reading = Array.from({ length: 4 }, async () => {
      let answers = 0;
      for (; !isOver; answers++) {
        const begin = performance.now();
        const page = await listEvents(db, {
          search,
          order: "desc",
          limit: 500,
          cursor: null,
          fingerprint: "",
        });
        expect([400, 500]).toContain(page.events.length);
        expect(await readEvent(db, idOf(50_001))).toHaveLength(1);
        slowest = Math.max(slowest, performance.now() - begin);
      }
      return answers;
    });
    await retain(db, source, 30, NOW);
    isOver = true;
    for (const answers of await Promise.all(reading)) expect(answers).toBeGreaterThan(0);
    expect(slowest).toBeLessThan(5_000);
    expect(await count()).toBe(400);
  }, 60_000);

  it("readers do not wait for what stays to be counted", async () => {
    await load("one", oldObjects(400, 1));
    const { source } = await load("keeps", oldObjects(200, 50_000));
    await db.prisma.source.updateMany({ where: { id: { not: source.id } }, data: { keepDays: 30 } });
    const client = await db.pool.connect();
    const kept = await buildKept(client, "2026_03", await goneSources(client, "2026_03", NOW), false);
    let seen = 0;
    const rebuild: typeof rebuildActivity = async (...asked) => {
      await rebuildActivity(...asked);
      seen = await count();
    };
    expect(await swapMonth(client, "2026_03", kept, { now: NOW, jobId: null, rebuild })).toMatchObject({
      events: 400,
    });
    client.release();
    expect(seen).toBe(600);
    const everything = { where: EVERYTHING, range: { from: null, to: null } };
    expect(await countEvents(db, everything)).toEqual({ count: 200, exact: true });
    expect(await count()).toBe(200);
  });

  it("an export that has begun ends with every event of its time, and the month waits for it", async () => {
    const { source } = await load("one", oldObjects(2_000, 1));
    await load("keeps", oldObjects(200, 50_000));
    const range = { from: null, to: null };
    const request = {
      search: { where: EVERYTHING, range },
      order: "desc",
      withRecords: true,
      signal: null,
    } as const;
    const pages = exportEvents(db, request);
    let exported = (await pages.next()).value?.length ?? 0;
    const removing = retain(db, source, 30, NOW);
    await sleep(1_500);
    expect(await count()).toBe(2_200);
    for await (const page of pages) exported += page.length;
    expect(exported).toBe(2_200);
    await removing;
    expect(await count()).toBe(200);
  }, 60_000);

  it("a person who keeps more after all has it kept, up to the last moment", async () => {
    const { source } = await load("one", oldObjects(200, 1));
    await setRetention(db, source.id, 30, NOW);
    const client = await db.pool.connect();
    const kept = await buildKept(client, "2026_03", await goneSources(client, "2026_03", NOW), false);
    await setRetention(db, source.id, null, NOW);
    const rebuild = async () => {};
    expect(await swapMonth(client, "2026_03", kept, { now: NOW, jobId: null, rebuild })).toBe("changed");
    client.release();
    expect(await count()).toBe(200);
  });
});

/** Ends the connection of whoever sends their statement number `statements`, before it is sent. */
function breakAfter(other: Database, statements: number): void {
  let sent = 0;
  other.pool.on("connect", (client) => {
    const query = client.query.bind(client);
    client.query = ((...args: Parameters<typeof query>) => {
      sent += 1;
      if (sent === statements) client.connection.stream.destroy();
      return query(...args);
    }) as typeof client.query;
  });
}

function startWorker() {
  const child = spawn(process.execPath, ["--import", "tsx", "bin/worker.ts"], {
    env: { ...process.env, DATABASE_URL: database.url, LOG_LEVEL: "silent", NODE_NO_WARNINGS: "1" },
    stdio: "ignore",
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  return { kill: (signal: NodeJS.Signals) => child.kill(signal), ended };
}
