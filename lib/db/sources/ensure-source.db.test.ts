import { afterEach, beforeEach, expect, it } from "vitest";
import { type Database, openDatabase } from "#lib/db/database.ts";
import { claimJob } from "#lib/db/jobs/claim-job.ts";
import { requestSync } from "#lib/db/jobs/request-sync.ts";
import { readStreams, saveStream } from "#lib/db/ledger/streams.ts";
import { ensureSource } from "#lib/db/sources/ensure-source.ts";
import { setSchedule } from "#lib/db/sources/set-schedule.ts";
import type { S3SourceSettings } from "#lib/db/sources/source.ts";
import { ACME_LOGS } from "#lib/db/sources/testing/bucket-settings.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/test-database.ts";

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

const NAME = "s3://acme-logs/AWSLogs/";
function ensure(change: Partial<S3SourceSettings> = {}, syncEveryMinutes: number | null = null) {
  return ensureSource(db, { name: NAME, settings: { ...ACME_LOGS, ...change }, syncEveryMinutes });
}

const STREAM = {
  prefix: "AWSLogs/111122223333/CloudTrail/eu-west-1/",
  account: "111122223333",
  region: "eu-west-1",
  organization: null,
  folder: "CloudTrail",
  watermark: "AWSLogs/111122223333/CloudTrail/eu-west-1/2026/11/20/x.json.gz",
} as const;

async function watermark(sourceId: string): Promise<string | null | undefined> {
  return (await readStreams(db, sourceId)).get(STREAM.prefix)?.watermark;
}

it("makes a source once and keeps its id when its settings change", async () => {
  const first = await ensure();
  const second = await ensure({ profile: "audit" }, 15);
  expect(second).toMatchObject({
    id: first.id,
    name: NAME,
    syncEveryMinutes: 15,
    settings: { profile: "audit" },
  });
  expect(await db.prisma.source.count()).toBe(1);
});

it("lists everything again when an earlier first day is wanted", async () => {
  const { id } = await ensure();
  await saveStream(db, id, STREAM);
  await ensure({ from: "2026-09-01" });
  expect(await watermark(id)).toBeNull();
});

it("keeps what it knows through every other change", async () => {
  const { id } = await ensure();
  await saveStream(db, id, STREAM);
  await ensure({ from: "2026-10-05", to: "2026-12-31", roleArn: "arn:aws:iam::111122223333:role/Logs" }, 60);
  expect(await watermark(id)).toBe(STREAM.watermark);
});

it("refuses to reach further while a run is on, and leaves everything as it is", async () => {
  const { id } = await ensure();
  await saveStream(db, id, STREAM);
  await requestSync(db, { sourceId: id, trigger: "person" });
  const claim = await claimJob(db);
  await expect(ensure({ from: null })).rejects.toMatchObject({ code: "conflict" });
  expect(await watermark(id)).toBe(STREAM.watermark);
  expect((await ensure()).settings).toEqual(ACME_LOGS);
  await claim?.release();
});

it("changes the settings of a run that has not begun", async () => {
  const { id } = await ensure();
  await requestSync(db, { sourceId: id, trigger: "person" });
  await ensure({ from: null });
  const claim = await claimJob(db);
  expect(claim?.source.settings).toMatchObject({ from: null });
  await claim?.release();
});

it("sets and lifts the schedule", async () => {
  const { id } = await ensure();
  expect(await setSchedule(db, id, 5)).toBe(true);
  const row = await db.prisma.source.findUniqueOrThrow({ where: { id } });
  expect(row.syncEveryMinutes).toBe(5);
  expect(Number(row.nextSyncAt) - Date.now()).toBeGreaterThan(4 * 60_000);
  await setSchedule(db, id, null);
  expect(await db.prisma.source.findUniqueOrThrow({ where: { id } })).toMatchObject({
    syncEveryMinutes: null,
    nextSyncAt: null,
  });
  expect(await setSchedule(db, "00000000-0000-7000-8000-000000000000", 5)).toBe(false);
});
