import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import * as z from "zod";
import { type Database, openDatabase } from "#lib/db/database.ts";
import type { JobProgress } from "#lib/db/jobs/job.ts";
import { findJob } from "#lib/db/jobs/list-jobs.ts";
import { requestSync } from "#lib/db/jobs/request-sync.ts";
import { ensureSource } from "#lib/db/sources/ensure-source.ts";
import { rows, sql } from "#lib/db/sql/raw.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/test-database.ts";
import { indexFingerprint } from "#lib/ingest/testing/index-fingerprint.ts";
import { runSource, testSource } from "#lib/ingest/testing/run-source.ts";
import { sampleStore } from "#lib/sample/sample-store.ts";
import { sampleTrail } from "#lib/sample/sample-trail.ts";

/** Whatever ends a run before its time, the next one makes the index that an undisturbed run would have made. */

const SAMPLE = { seed: 5, events: 10_000, days: 10, end: Date.UTC(2026, 10, 20) };

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

/** What an undisturbed run makes of the sample, and what it counts. */
async function undisturbed(): Promise<{ readonly index: string; readonly progress: JobProgress }> {
  const other = await createTestDatabase();
  const otherDb = openDatabase(other.url);
  try {
    const source = await testSource(otherDb, "sample");
    const { progress } = await runSource(otherDb, source, sampleStore(sampleTrail(SAMPLE)));
    return { index: await indexFingerprint(otherDb), progress };
  } finally {
    await otherDb.close();
    await other.drop();
  }
}

describe("a run that is broken off", () => {
  it("is taken up by the next, as the same job, and its numbers add up as if nothing had happened", async () => {
    const source = await testSource(db, "sample");
    const store = sampleStore(sampleTrail(SAMPLE));
    for (const wait of [50, 400, 900, 1_600]) {
      const stop = new AbortController();
      setTimeout(() => stop.abort(), wait);
      const { state } = await runSource(db, source, store, { signal: stop.signal });
      expect(["interrupted", "done"]).toContain(state);
    }
    const { state, progress } = await runSource(db, source, store);
    expect(state).toBe("done");
    const expected = await undisturbed();
    expect(progress).toEqual(expected.progress);
    expect(await indexFingerprint(db)).toBe(expected.index);
  });

  it("by killing the worker at any step leaves nothing half done: another worker goes on at once", async () => {
    const expected = await undisturbed();
    const { events } = expected.progress;
    const source = await ensureSource(db, {
      name: "sample",
      settings: { kind: "sample", ...SAMPLE },
      syncEveryMinutes: null,
    });
    const job = await requestSync(db, { sourceId: source.id, trigger: "person" });
    const steps: readonly (() => Promise<boolean>)[] = [
      async () => (await db.prisma.eventRow.count()) > 0,
      isWritingRows,
      async () => (await db.prisma.eventRow.count()) > events / 2,
      async () => (await db.prisma.eventRow.count()) > events * 0.9,
    ];
    for (const isThere of steps) {
      const worker = startWorker();
      while (!(await isThere())) await sleep(2);
      worker.kill("SIGKILL");
      await worker.ended;
      expect(await findJob(db, job.id)).toMatchObject({ state: "running" });
    }
    const worker = startWorker();
    const ended = await untilEnded(job.id);
    worker.kill("SIGTERM");
    await worker.ended;
    expect(ended.state).toBe("done");
    expect(ended.progress).toEqual(expected.progress);
    expect(await indexFingerprint(db)).toBe(expected.index);
  });

  it("stays cancelled when a person asked for it, and keeps what was loaded", async () => {
    const source = await testSource(db, "sample");
    const running = runSource(db, source, sampleStore(sampleTrail(SAMPLE)));
    const cancel = () =>
      db.prisma.job.updateMany({ where: { state: "running" }, data: { cancelRequested: true } });
    while ((await cancel()).count === 0) await sleep(20);
    const { state, progress } = await running;
    expect(state).toBe("cancelled");
    expect(progress.objectsLoaded).toBe(progress.objectsSeen);
    expect(await db.prisma.logObject.count({ where: { state: "loaded" } })).toBe(progress.objectsLoaded);
  });
});

describe("two sources that deliver the same events at the same time", () => {
  it("make one event of each, and count the copies", async () => {
    const trail = sampleTrail(SAMPLE);
    const sources = await Promise.all(["one", "two"].map((name) => testSource(db, name)));
    const results = await Promise.all(sources.map((source) => runSource(db, source, sampleStore(trail))));
    const sum = (of: (progress: (typeof results)[number]["progress"]) => number) =>
      results.reduce((total, { progress }) => total + of(progress), 0);
    expect(results.map(({ state }) => state)).toEqual(["done", "done"]);
    expect(sum((progress) => progress.events)).toBe(await db.prisma.eventRow.count());
    expect(sum((progress) => progress.events + progress.duplicates)).toBe(
      sum((progress) => progress.records),
    );
    expect(await indexFingerprint(db)).toBe((await undisturbed()).index);
  });
});

/** True while a worker has rows on their way to the table of a month, in a transaction that is still open. */
async function isWritingRows(): Promise<boolean> {
  const [found] = await rows(
    db.pool,
    z.object({ writing: z.coerce.number() }),
    sql`select count(*) as writing from pg_stat_activity where datname = current_database()
          and query ~* '^copy event ' and state in ('active', 'idle in transaction')`,
  );
  return (found?.writing ?? 0) > 0;
}

function startWorker() {
  const child = spawn(process.execPath, ["--import", "tsx", "bin/worker.ts"], {
    env: { ...process.env, DATABASE_URL: database.url, LOG_LEVEL: "silent", NODE_NO_WARNINGS: "1" },
    stdio: "ignore",
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  return { kill: (signal: NodeJS.Signals) => child.kill(signal), ended };
}

async function untilEnded(jobId: string) {
  for (;;) {
    const job = await findJob(db, jobId);
    if (job !== null && job.state !== "queued" && job.state !== "running") return job;
    await sleep(200);
  }
}
