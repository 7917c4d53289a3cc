import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { stubAwsEnvironment } from "#lib/aws/testing/aws-environment.ts";
import { type Database, openDatabase } from "#lib/db/database.ts";
import { requestSync } from "#lib/db/jobs/request-sync.ts";
import { ensureSource } from "#lib/db/sources/ensure-source.ts";
import { listSources } from "#lib/db/sources/list-sources.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/test-database.ts";
import { addBucketSource } from "#lib/ingest/add-source.ts";
import { BucketInput } from "#lib/ingest/bucket-input.ts";
import { memoryStore } from "#lib/ingest/testing/memory-store.ts";
import { runSource, testSource } from "#lib/ingest/testing/run-source.ts";
import { work } from "#lib/ingest/work.ts";
import type { Log } from "#lib/server/log.ts";

let database: TestDatabase;
let db: Database;
beforeEach(async () => {
  stubAwsEnvironment();
  database = await createTestDatabase();
  db = openDatabase(database.url);
});
afterEach(async () => {
  await db.close();
  await database.drop();
  vi.unstubAllEnvs();
});

type Line = { readonly level: string; readonly message: string; readonly state: unknown };

/** Runs the worker until it says that a job has ended; gives what it logged. */
async function workUntilJobEnds(): Promise<readonly Line[]> {
  const lines: Line[] = [];
  const ending = new AbortController();
  const at = (level: string) => (about: { readonly state?: unknown }, message: string) => {
    lines.push({ level, message, state: about.state });
    if (message === "Job ends") ending.abort();
  };
  const log = { info: at("info"), error: at("error") } as unknown as Log;
  const identity = { id: crypto.randomUUID(), host: "here", pid: 1, version: "0" };
  await work(db, identity, log, ending.signal);
  return lines;
}

it("logs a run that failed as an error, and tells that its source was never listed", async () => {
  const nowhere = { bucket: "s3://acme-logs/", endpoint: "http://127.0.0.1:9", region: "eu-west-1" };
  await addBucketSource(db, BucketInput.parse(nowhere));
  expect(await workUntilJobEnds()).toContainEqual({ level: "error", message: "Job ends", state: "failed" });
  const [listed] = await listSources(db);
  expect(listed?.job).toMatchObject({ state: "failed", progress: { objectsSeen: 0 } });
  expect(listed?.figures).toMatchObject({ events: 0, wasListed: false });
}, 60_000);

it("logs a run that ended well as no error", async () => {
  const settings = {
    kind: "sample",
    seed: 1,
    events: 10_000,
    days: 10,
    end: Date.UTC(2026, 10, 23),
  } as const;
  const source = await ensureSource(db, { name: "sample", settings, syncEveryMinutes: null });
  await requestSync(db, { sourceId: source.id, trigger: "person" });
  const lines = await workUntilJobEnds();
  expect(lines).toContainEqual({ level: "info", message: "Job ends", state: "done" });
  expect(lines.filter(({ level }) => level === "error")).toEqual([]);
}, 60_000);

it("knows that a source in which there is nothing was listed", async () => {
  const source = await testSource(db);
  expect((await listSources(db))[0]?.figures.wasListed).toBe(false);
  await runSource(db, source, memoryStore({}));
  expect((await listSources(db))[0]?.figures).toMatchObject({ events: 0, wasListed: true });
});
