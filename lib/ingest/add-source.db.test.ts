import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, it } from "vitest";
import { type Database, openDatabase } from "#lib/db/database.ts";
import { listJobs } from "#lib/db/jobs/list-jobs.ts";
import { summarizeUnloaded } from "#lib/db/ledger/summarize-unloaded.ts";
import { listSources } from "#lib/db/sources/list-sources.ts";
import { countSourceCoverage, readSourceCoverage } from "#lib/db/sources/read-source-coverage.ts";
import type { Source } from "#lib/db/sources/source.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/test-database.ts";
import { addBucketSource, addSampleSource, addUpload } from "#lib/ingest/add-source.ts";
import { BucketInput } from "#lib/ingest/bucket-input.ts";
import { openStore } from "#lib/ingest/open-store.ts";
import type { IncomingFile } from "#lib/ingest/store-upload.ts";
import { runSource } from "#lib/ingest/testing/run-source.ts";

let database: TestDatabase;
let db: Database;
let folder = "";
beforeEach(async () => {
  database = await createTestDatabase();
  db = openDatabase(database.url);
  folder = mkdtempSync(join(tmpdir(), "waymark-data-"));
});
afterEach(async () => {
  await db.close();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function run(source: Source) {
  const store = openStore(source.settings);
  try {
    return await runSource(db, source, store);
  } finally {
    store.close();
  }
}

it("adds a bucket once, under one name, and asks for a run", async () => {
  const first = await addBucketSource(db, BucketInput.parse({ bucket: "s3://acme-logs/AWSLogs" }));
  const second = await addBucketSource(
    db,
    BucketInput.parse({ bucket: "acme-logs", prefix: "AWSLogs/", syncEveryMinutes: 15 }),
  );
  expect(second.source.id).toBe(first.source.id);
  expect(second.job.id).toBe(first.job.id);
  expect(second.source).toMatchObject({ name: "s3://acme-logs/AWSLogs/", syncEveryMinutes: 15 });
  expect(first.job).toMatchObject({ state: "queued", trigger: "person" });
});

it("keeps the sample trail that is there", async () => {
  const now = Date.UTC(2026, 10, 20, 12, 34, 56);
  const first = await addSampleSource(db, now);
  expect(first.source.settings).toEqual({
    kind: "sample",
    seed: 1,
    events: 100_000,
    days: 30,
    end: Date.UTC(2026, 10, 20, 12, 30),
  });
  const second = await addSampleSource(db, now + 86_400_000);
  expect(second.source).toEqual(first.source);
  expect(second.job.id).toBe(first.job.id);
});

function record(id: number): object {
  return {
    eventVersion: "1.11",
    userIdentity: { type: "Root", accountId: "111122223333", arn: "arn:aws:iam::111122223333:root" },
    eventTime: "2026-11-03T10:00:00Z",
    eventSource: "signin.amazonaws.com",
    eventName: "ConsoleLogin",
    awsRegion: "us-east-1",
    sourceIPAddress: "203.0.113.7",
    eventID: `00000000-0000-4000-8000-${String(id).padStart(12, "0")}`,
    eventType: "AwsConsoleSignIn",
    recipientAccountId: "111122223333",
  };
}

async function* files(...given: readonly (readonly [string, Buffer])[]): AsyncGenerator<IncomingFile> {
  for (const [name, content] of given) {
    const body = async function* () {
      yield content;
    };
    yield { name, body: body() };
  }
}

const log = (...records: object[]) => gzipSync(JSON.stringify({ Records: records }));
const named = (day: string) => `111122223333_CloudTrail_us-east-1_${day}T1005Z_abcdefgh12345678.json.gz`;

it("loads what is uploaded, each upload once, and tells what became of every file", async () => {
  const broken = gzipSync("no JSON at all");
  const first = await addUpload(
    db,
    folder,
    files([named("20261103"), log(record(1), record(2))], [named("20261105"), broken], ["notes.txt", broken]),
  );
  expect(first.files).toHaveLength(2);
  expect(first.refused).toHaveLength(1);
  expect(await run(first.source)).toMatchObject({
    state: "done",
    progress: { objectsSeen: 2, objectsLoaded: 1, objectsFailed: 1, events: 2 },
  });

  const second = await addUpload(db, folder, files([named("20261106"), log(record(2), record(3))]));
  expect(second.source.id).toBe(first.source.id);
  expect(await run(second.source)).toMatchObject({
    progress: {
      objectsSeen: 3,
      objectsLoaded: 1,
      objectsAlready: 1,
      objectsFailed: 1,
      events: 1,
      duplicates: 1,
    },
  });

  const [listed] = await listSources(db);
  expect(listed?.source.name).toBe("uploads");
  expect(listed?.job?.state).toBe("done");
  expect(listed?.figures).toMatchObject({
    accounts: 1,
    regions: 1,
    firstDay: "2026-11-03",
    lastDay: "2026-11-06",
    daysOf: "delivery",
    objectsLoaded: 2,
    objectsSkipped: 0,
    objectsFailed: 1,
    events: 3,
    records: 4,
    duplicates: 1,
    refused: 0,
  });
  expect(Date.now() - Number(listed?.figures.lastObjectAt)).toBeLessThan(60_000);
  expect(await listJobs(db, { sourceId: first.source.id, limit: 10 })).toHaveLength(2);

  expect(await summarizeUnloaded(db, first.source.id)).toMatchObject([
    { state: "failed", code: "not-json", objects: 1, example: `${first.uploadId}/${named("20261105")}` },
  ]);
  const span = { from: "2026-11-04", to: "2026-11-30" };
  const query = { sourceId: first.source.id, limit: 10, offset: 0, ...span };
  expect(await readSourceCoverage(db, query)).toEqual([
    {
      account: "111122223333",
      region: "us-east-1",
      firstDay: "2026-11-03",
      days: [{ day: "2026-11-06", objects: 1, events: 1, removed: 0 }],
    },
  ]);
  expect(await countSourceCoverage(db, first.source.id)).toBe(1);
  expect(await readSourceCoverage(db, { ...query, offset: 1 })).toEqual([]);
});

it("tells whether the days of files are those of delivery or of their events", async () => {
  const eventDay = "2026-11-03";
  const daysOf = async () => {
    const [listed] = await listSources(db);
    return [listed?.figures.firstDay, listed?.figures.lastDay, listed?.figures.daysOf];
  };
  const brought = await addUpload(db, folder, files(["mine.json.gz", log(record(1))]));
  expect(await daysOf()).toEqual([null, null, "delivery"]);
  await run(brought.source);
  expect(await daysOf()).toEqual([eventDay, eventDay, "events"]);
  const delivered = await addUpload(db, folder, files([named("20271103"), log(record(2))]));
  await run(delivered.source);
  expect(await daysOf()).toEqual([eventDay, "2027-11-03", "both"]);
});
