import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import * as z from "zod";
import { type Database, openDatabase } from "#lib/db/database.ts";
import { requestSync } from "#lib/db/jobs/request-sync.ts";
import { ensureSource } from "#lib/db/sources/ensure-source.ts";
import { bucketOn } from "#lib/db/sources/testing/bucket-settings.ts";
import { rows, sql } from "#lib/db/sql/raw.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/test-database.ts";
import { indexFingerprint } from "#lib/ingest/testing/index-fingerprint.ts";
import { runSource, testSource } from "#lib/ingest/testing/run-source.ts";
import { type SampleServer, startSampleServer } from "#lib/sample/s3-server.ts";
import { sampleStore } from "#lib/sample/sample-store.ts";
import { sampleTrail } from "#lib/sample/sample-trail.ts";

/** Two processes at once on one database; four sources over one bucket, so that each of them holds two of the jobs. */

const TRAIL = sampleTrail({ seed: 5, events: 10_000, days: 10, end: Date.UTC(2026, 10, 20) });
const SOURCES = ["one", "two", "three", "four"];

let server: SampleServer;
let database: TestDatabase;
let db: Database;

beforeAll(async () => {
  server = await startSampleServer(TRAIL);
  database = await createTestDatabase();
  db = openDatabase(database.url);
});
afterAll(async () => {
  await db.close();
  await database.drop();
  await server.stop();
});

it("two workers make one event of each record, and their tallies add up", async () => {
  const alone = await undisturbed();
  for (const name of SOURCES) {
    const { id } = await ensureSource(db, { name, settings: bucketOn(server), syncEveryMinutes: null });
    await requestSync(db, { sourceId: id, trigger: "person" });
  }
  const workers = ["worker-one", "worker-two"].map(startWorker);
  const busy = new Set<string>();
  while ((await db.prisma.job.count({ where: { finishedAt: null } })) > 0) {
    for (const name of await lockHolders()) busy.add(name);
    await sleep(20);
  }
  for (const worker of workers) worker.kill("SIGTERM");
  await Promise.all(workers.map(({ ended }) => ended));

  expect(busy).toEqual(new Set(["worker-one", "worker-two"]));
  const jobs = await db.prisma.job.findMany();
  const sum = (field: "records" | "events" | "duplicates" | "refused") =>
    jobs.reduce((total, job) => total + Number(job[field]), 0);
  for (const job of jobs) {
    expect(job).toMatchObject({ state: "done", claims: 1, objectsFailed: 0n });
    expect(Number(job.objectsLoaded)).toBe(alone.progress.objectsLoaded);
    expect(Number(job.records)).toBe(alone.progress.records);
    expect(job.events + job.duplicates + job.refused).toBe(job.records);
  }
  expect(sum("events")).toBe(alone.progress.events);
  expect(await db.prisma.eventRow.count()).toBe(alone.progress.events);
  expect(await indexFingerprint(db)).toBe(alone.index);
});

async function undisturbed() {
  const other = await createTestDatabase();
  const otherDb = openDatabase(other.url);
  const { progress } = await runSource(otherDb, await testSource(otherDb), sampleStore(TRAIL));
  const index = await indexFingerprint(otherDb);
  await otherDb.close();
  await other.drop();
  return { progress, index };
}

/** The names of the processes that hold a job. */
async function lockHolders(): Promise<readonly string[]> {
  const found = await rows(
    db.pool,
    z.object({ name: z.string() }),
    sql`select distinct a.application_name as name from pg_locks l join pg_stat_activity a on a.pid = l.pid
        where l.locktype = 'advisory' and l.granted and a.datname = current_database()`,
  );
  return found.map(({ name }) => name).filter((name) => name.startsWith("worker-"));
}

function startWorker(name: string) {
  const url = new URL(database.url);
  url.searchParams.set("application_name", name);
  const child = spawn(process.execPath, ["--import", "tsx", "bin/worker.ts"], {
    env: {
      ...process.env,
      DATABASE_URL: url.href,
      LOG_LEVEL: "silent",
      NODE_NO_WARNINGS: "1",
      AWS_ACCESS_KEY_ID: "test",
      AWS_SECRET_ACCESS_KEY: "test",
    },
    stdio: "ignore",
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  return { kill: (signal: NodeJS.Signals) => child.kill(signal), ended };
}
