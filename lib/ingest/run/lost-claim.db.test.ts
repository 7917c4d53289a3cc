import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { LogStore } from "#lib/base/log-store.ts";
import { type Database, openDatabase } from "#lib/db/database.ts";
import { type Claim, claimJob } from "#lib/db/jobs/claim-job.ts";
import { NO_PROGRESS } from "#lib/db/jobs/job.ts";
import { findJob } from "#lib/db/jobs/list-jobs.ts";
import { requestSync } from "#lib/db/jobs/request-sync.ts";
import { finishJob, saveProgress } from "#lib/db/jobs/save-progress.ts";
import { execute, sql } from "#lib/db/sql/raw.ts";
import { createDictionary } from "#lib/db/terms/dictionary.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/test-database.ts";
import { runJob } from "#lib/ingest/run/run-job.ts";
import { recordAt } from "#lib/ingest/testing/dated-records.ts";
import { logKey, logObjectOf, memoryStore } from "#lib/ingest/testing/memory-store.ts";
import { testSource } from "#lib/ingest/testing/run-source.ts";

let database: TestDatabase;
let db: Database;
let jobId: string;

beforeEach(async () => {
  database = await createTestDatabase();
  db = openDatabase(database.url);
  jobId = (await requestSync(db, { sourceId: (await testSource(db)).id, trigger: "person" })).id;
});
afterEach(async () => {
  await db.close();
  await database.drop();
});

async function take(): Promise<Claim> {
  const claim = await claimJob(db, jobId);
  if (claim === null) throw new Error("Somebody else holds the job");
  return claim;
}

/** Ends the connection that the lock lives on, as a server or a network does. */
async function breakLock(claim: Claim): Promise<void> {
  await execute(
    db.pool,
    sql`select pg_terminate_backend(l.pid) from pg_locks l join pg_database d on d.oid = l.database
        where l.locktype = 'advisory' and d.datname = current_database()`,
  );
  await expect.poll(() => claim.isHeld()).toBe(false);
}

const RECORD = recordAt(1, "2026-11-12T10:00:00Z");

/** A store of one object, which is opened when `gate` opens. */
function gatedStore(gate: Promise<unknown>): LogStore {
  const store = memoryStore({ [logKey("a")]: logObjectOf([RECORD]) });
  return {
    ...store,
    open: async (object, signal) => {
      await gate;
      return store.open(object, signal);
    },
  };
}

function run(claim: Claim, store: LogStore, signal = new AbortController().signal) {
  return runJob({ db, dictionary: createDictionary(db.pool), store, claim, signal });
}

describe("a worker that lost its lock", () => {
  it("writes no more to a job that another has taken up", async () => {
    const first = await take();
    await breakLock(first);
    const second = await take();
    expect(await saveProgress(db, first.job, "loading", { ...NO_PROGRESS, events: 7 })).toBeNull();
    expect(await finishJob(db, first.job, "failed", NO_PROGRESS, null)).toBe(false);
    expect(await findJob(db, jobId)).toMatchObject({ state: "running", progress: { events: 0 } });
    expect(await saveProgress(db, second.job, "loading", NO_PROGRESS)).toEqual({ cancelRequested: false });
    expect(await finishJob(db, second.job, "done", NO_PROGRESS, null)).toBe(true);
    expect(await findJob(db, jobId)).toMatchObject({ state: "done" });
    await first.release();
    await second.release();
  });

  it("leaves its run to whoever took it up, and that one brings it to its end", async () => {
    let open = () => {};
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    const first = await take();
    const running = run(first, gatedStore(gate));
    await expect.poll(async () => (await findJob(db, jobId))?.phase).toBe("loading");
    await breakLock(first);
    const second = await take();
    open();
    expect(await running).toMatchObject({ state: "interrupted", failure: { code: "database-unreachable" } });
    expect(await findJob(db, jobId)).toMatchObject({ state: "running", error: null });
    expect(await run(second, gatedStore(Promise.resolve()))).toMatchObject({ state: "done" });
    expect(await db.prisma.eventRow.count()).toBe(1);
    await first.release();
    await second.release();
  });

  it("puts its run back where nobody else took it up", async () => {
    const never = new Promise<void>(() => {});
    const claim = await take();
    const running = run(claim, gatedStore(Promise.race([never, sleep(2_500)])));
    await expect.poll(async () => (await findJob(db, jobId))?.phase).toBe("loading");
    await breakLock(claim);
    expect(await running).toMatchObject({ state: "interrupted" });
    expect(await findJob(db, jobId)).toMatchObject({ state: "queued", finishedAt: null, error: null });
    await claim.release();
  });
});

describe("a job that ends its worker again and again", () => {
  it("is not taken up for ever", async () => {
    for (let life = 0; life < 5; life++) await (await take()).release();
    const claim = await take();
    const { state, failure } = await run(claim, gatedStore(Promise.resolve()));
    expect(state).toBe("failed");
    expect(failure?.message).toBe(
      "The job was taken up 5 times and broke off each time before it came any further.",
    );
    expect(await findJob(db, jobId)).toMatchObject({ state: "failed", error: { code: "internal" } });
    await claim.release();
  });

  it("is given up only where it does not come any further, and a worker that is to end does not count", async () => {
    for (let life = 0; life < 4; life++) await (await take()).release();
    const fifth = await take();
    await saveProgress(db, fifth.job, "loading", NO_PROGRESS, true);
    await fifth.release();
    for (let life = 0; life < 4; life++) await (await take()).release();
    for (let life = 0; life < 3; life++) {
      const claim = await take();
      expect(await run(claim, memoryStore({}), AbortSignal.abort())).toMatchObject({ state: "interrupted" });
      await claim.release();
    }
    const last = await take();
    expect(await run(last, gatedStore(Promise.resolve()))).toMatchObject({ state: "done" });
    await last.release();
  });
});
