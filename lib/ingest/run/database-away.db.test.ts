import { setTimeout as sleep } from "node:timers/promises";
import { pino } from "pino";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "#lib/db/database.ts";
import type { Job } from "#lib/db/jobs/job.ts";
import { findJob } from "#lib/db/jobs/list-jobs.ts";
import { requestSync } from "#lib/db/jobs/request-sync.ts";
import { migrate } from "#lib/db/migrate.ts";
import { ensureSource } from "#lib/db/sources/ensure-source.ts";
import { createTestDatabase } from "#lib/db/testing/test-database.ts";
import { indexFingerprint } from "#lib/ingest/testing/index-fingerprint.ts";
import { type MovableServer, startMovableServer } from "#lib/ingest/testing/movable-server.ts";
import { runSource, testSource } from "#lib/ingest/testing/run-source.ts";
import { work } from "#lib/ingest/work.ts";
import { sampleStore } from "#lib/sample/sample-store.ts";
import { sampleTrail } from "#lib/sample/sample-trail.ts";

/** The database goes away in the midst of a load, at once and without a word, and comes back. */

const SAMPLE = { seed: 5, events: 10_000, days: 10, end: Date.UTC(2026, 10, 20) };

let undisturbed: { readonly index: string; readonly progress: Job["progress"] };
let server: MovableServer;
let db: Database;

beforeAll(async () => {
  const other = await createTestDatabase();
  const otherDb = openDatabase(other.url);
  const { progress } = await runSource(otherDb, await testSource(otherDb), sampleStore(sampleTrail(SAMPLE)));
  undisturbed = { index: await indexFingerprint(otherDb), progress };
  await otherDb.close();
  await other.drop();
});
beforeEach(async () => {
  server = await startMovableServer();
  await migrate(server.url);
  db = openDatabase(server.url);
});
afterEach(async () => {
  await db.close();
  await server.remove();
});

async function crashAt(events: readonly number[], away: number): Promise<Job | null> {
  const source = await ensureSource(db, {
    name: "sample",
    settings: { kind: "sample", ...SAMPLE },
    syncEveryMinutes: null,
  });
  const { id } = await requestSync(db, { sourceId: source.id, trigger: "person" });
  const workerDb = openDatabase(server.url);
  const end = new AbortController();
  const identity = { id: "00000000-0000-7000-8000-000000000001", host: "here", pid: 1, version: "0" };
  const working = work(workerDb, identity, pino({ level: "silent" }), end.signal);
  try {
    for (const least of events) {
      while ((await db.prisma.eventRow.count()) <= least) await sleep(5);
      expect(await findJob(db, id)).toMatchObject({ state: "running" });
      await server.crash();
      await sleep(away);
      await server.start();
    }
    await expect
      .poll(async () => (await findJob(db, id))?.finishedAt ?? null, { timeout: 50_000, interval: 200 })
      .not.toBeNull();
    return await findJob(db, id);
  } finally {
    end.abort();
    await working;
    await workerDb.close();
  }
}

describe("a database that crashes during a load", () => {
  it.each([
    ["and is back at once", [0, 4_000], 0],
    ["and is away for a while", [2_000], 3_000],
  ] as const)(
    "%s leaves the index as if nothing had happened, and the run goes on by itself",
    async (_, at, away) => {
      const job = await crashAt(at, away);
      expect(job).toMatchObject({ state: "done", error: null, progress: undisturbed.progress });
      expect(await indexFingerprint(db)).toBe(undisturbed.index);
    },
  );
});
