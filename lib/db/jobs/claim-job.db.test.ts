import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type Database, openDatabase } from "#lib/db/database.ts";
import { type CanWork, claimJob } from "#lib/db/jobs/claim-job.ts";
import { requestSync } from "#lib/db/jobs/request-sync.ts";
import { ensureSource } from "#lib/db/sources/ensure-source.ts";
import type { SourceSettings } from "#lib/db/sources/source.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/test-database.ts";
import { beat, hasWorkersElsewhere } from "#lib/db/worker-heartbeat.ts";

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

const FILES: SourceSettings = { kind: "files", paths: ["/elsewhere/uploads"] };
const SAMPLE: SourceSettings = { kind: "sample", seed: 1, events: 10, days: 1, end: 0 };
const noFiles: CanWork = async ({ kind }) => kind !== "files";

async function ask(name: string, settings: SourceSettings): Promise<string> {
  const { id } = await ensureSource(db, { name, settings, syncEveryMinutes: null });
  return (await requestSync(db, { sourceId: id, trigger: "person" })).id;
}

async function claimed(canWork?: CanWork): Promise<string | null> {
  const claim = await claimJob(db, null, canWork);
  await claim?.release();
  return claim?.job.id ?? null;
}

it("leaves a job to a worker that can do it, and takes the next", async () => {
  const uploads = await ask("uploads", FILES);
  const sample = await ask("sample", SAMPLE);
  expect(await claimed(noFiles)).toBe(sample);
  expect(await claimed()).toBe(uploads);
});

it("takes it after a minute all the same: it fails, and says why", async () => {
  const uploads = await ask("uploads", FILES);
  expect(await claimed(noFiles)).toBeNull();
  await db.prisma.job.update({
    where: { id: uploads },
    data: { updatedAt: new Date(Date.now() - 61_000) },
  });
  expect(await claimed(noFiles)).toBe(uploads);
});

it("knows workers of another machine while they are heard of", async () => {
  const worker = { id: randomUUID(), host: "here", pid: 1, version: "1" };
  await beat(db, worker);
  expect(await hasWorkersElsewhere(db, "here")).toBe(false);
  await beat(db, { ...worker, id: randomUUID(), host: "there" });
  expect(await hasWorkersElsewhere(db, "here")).toBe(true);
  await db.prisma.$executeRaw`update worker set heartbeat_at = now() - interval '1 minute'`;
  expect(await hasWorkersElsewhere(db, "here")).toBe(false);
});
