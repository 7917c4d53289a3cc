import { gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { countEvents } from "#lib/db/count-events.ts";
import { type Database, openDatabase } from "#lib/db/database.ts";
import type { JobProgress } from "#lib/db/jobs/job.ts";
import { listUnloaded } from "#lib/db/ledger/list-unloaded.ts";
import { ensureSource } from "#lib/db/sources/ensure-source.ts";
import type { S3SourceSettings, Source } from "#lib/db/sources/source.ts";
import { bucketOn } from "#lib/db/sources/testing/bucket-settings.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/test-database.ts";
import { openStore } from "#lib/ingest/open-store.ts";
import { runSource } from "#lib/ingest/testing/run-source.ts";
import { type SampleServer, startSampleServer } from "#lib/sample/s3-server.ts";
import { sampleTrail } from "#lib/sample/sample-trail.ts";
import { EVERYTHING } from "#lib/search/search.ts";

/** Whole runs over a real S3 server. */

const TRAIL = sampleTrail({ seed: 11, events: 10_000, days: 10, end: Date.UTC(2026, 10, 20) });
const LOGS = [...TRAIL.objects()].filter((object) => object.kind === "log");
const RECORDS = LOGS.reduce((sum, object) => sum + object.events, 0);
const COPIES = LOGS.reduce((sum, object) => sum + object.copies, 0);

let server: SampleServer;
let database: TestDatabase;
let db: Database;

beforeAll(async () => {
  process.env["AWS_ACCESS_KEY_ID"] = "test";
  process.env["AWS_SECRET_ACCESS_KEY"] = "test";
  server = await startSampleServer(TRAIL);
});
afterAll(() => server.stop());

beforeEach(async () => {
  database = await createTestDatabase();
  db = openDatabase(database.url);
});
afterEach(async () => {
  await db.close();
  await database.drop();
});

function bucket(changes: Partial<S3SourceSettings> = {}): S3SourceSettings {
  return bucketOn(server, changes);
}

function bucketSource(settings: S3SourceSettings = bucket()): Promise<Source> {
  const name = `s3://${settings.bucket}/${settings.prefix}`;
  return ensureSource(db, { name, settings, syncEveryMinutes: null });
}

async function runBucket(settings: S3SourceSettings = bucket()) {
  const store = openStore(settings);
  try {
    return await runSource(db, await bucketSource(settings), store);
  } finally {
    store.close();
  }
}

async function countAll(): Promise<number> {
  return (await countEvents(db, { where: EVERYTHING, range: { from: null, to: null } })).count;
}

function expectToAddUp(progress: JobProgress): void {
  const { objectsSeen, objectsLoaded, objectsAlready, objectsSkipped, objectsFailed } = progress;
  expect(objectsLoaded + objectsAlready + objectsSkipped + objectsFailed).toBe(objectsSeen);
  expect(progress.events + progress.duplicates + progress.refused).toBe(progress.records);
}

describe("a run over a bucket", () => {
  it("loads every record of every log object, and counts each copy", async () => {
    const { state, progress } = await runBucket();
    expect(state).toBe("done");
    expectToAddUp(progress);
    expect(progress).toMatchObject({
      objectsLoaded: LOGS.length,
      objectsFailed: 0,
      records: RECORDS,
      duplicates: COPIES,
      events: RECORDS - COPIES,
    });
    expect(await countAll()).toBe(RECORDS - COPIES);
  });

  it("lists little the second time and loads nothing twice", async () => {
    const first = await runBucket();
    const second = await runBucket();
    expect(second.state).toBe("done");
    expectToAddUp(second.progress);
    expect(second.progress).toMatchObject({ objectsLoaded: 0, records: 0, events: 0 });
    expect(second.progress.objectsSeen).toBeLessThan(first.progress.objectsSeen / 2);
    expect(await countAll()).toBe(RECORDS - COPIES);
  });

  it("takes only the days of delivery that were asked for", async () => {
    const day = "2026-11-15";
    const { progress } = await runBucket(bucket({ from: day, to: day }));
    const ofDay = LOGS.filter((object) => object.key.includes("/2026/11/15/"));
    expect(progress.objectsLoaded).toBe(ofDay.length);
    expectToAddUp(progress);
  });

  it("finds the logs of one account below a longer prefix", async () => {
    const [some] = LOGS;
    const prefix = some?.key.slice(0, some.key.indexOf("/CloudTrail/") + 1) ?? "";
    const { progress } = await runBucket(bucket({ prefix }));
    const below = LOGS.filter((object) => object.key.startsWith(prefix));
    expect(progress.objectsLoaded).toBe(below.length);
  });
});

const FOLDER = "AWSLogs/111122223333/CloudTrail/eu-west-1/2026/11/12";
const keyOf = (name: string) => `${FOLDER}/111122223333_CloudTrail_eu-west-1_20261112T0000Z_${name}.json.gz`;

async function put(name: string, key: string, body: Uint8Array): Promise<void> {
  const answer = await fetch(`${server.endpoint}/${name}/${key}`, {
    method: "PUT",
    headers: { "content-type": "application/octet-stream" },
    body: new Uint8Array(body),
  });
  expect(answer.status).toBe(200);
}

describe("objects that cannot be loaded", () => {
  const good = gzipSync(
    JSON.stringify({
      Records: [
        {
          eventVersion: "1.08",
          eventID: "0b0a3f50-7b53-4a57-9d0e-0d0b8a4c1111",
          eventTime: "2026-11-12T00:00:00Z",
          eventName: "ListBuckets",
          eventSource: "s3.amazonaws.com",
        },
        { eventVersion: "1.08", eventName: "NoTime" },
        "not a record",
      ],
    }),
  );
  const broken: Readonly<Record<string, readonly [Uint8Array, string]>> = {
    [keyOf("truncatedtruncat")]: [good.subarray(0, good.length - 20), "truncated-gzip"],
    [keyOf("damageddamagedda")]: [Buffer.concat([good.subarray(0, 12), Buffer.alloc(40, 7)]), "bad-gzip"],
    [keyOf("nojsonnojsonnojs")]: [gzipSync("this is not JSON"), "not-json"],
    [keyOf("foreignforeignfo")]: [gzipSync(JSON.stringify({ hello: "world" })), "not-cloudtrail"],
    [keyOf("emptyemptyemptye")]: [Buffer.alloc(0), "not-json"],
  };

  it("are recorded with their reasons, refused records are named, and the rest goes on", async () => {
    const name = "broken-logs";
    expect((await fetch(`${server.endpoint}/${name}`, { method: "PUT" })).status).toBe(200);
    await put(name, keyOf("goodgoodgoodgood"), good);
    for (const [key, [body]] of Object.entries(broken)) await put(name, key, body);
    await put(name, "readme.txt", Buffer.from("hello"));

    const settings = bucket({ bucket: name });
    const { state, progress } = await runBucket(settings);
    expect(state).toBe("done");
    expectToAddUp(progress);
    expect(progress).toMatchObject({
      objectsLoaded: 1,
      objectsFailed: 5,
      objectsSkipped: 1,
      events: 1,
      refused: 2,
    });
    const source = await bucketSource(settings);
    const failed = await listUnloaded(db, { sourceId: source.id, state: "failed", limit: 100 });
    expect(Object.fromEntries(failed.map(({ key, code }) => [key, code]))).toEqual(
      Object.fromEntries(Object.entries(broken).map(([key, [, code]]) => [key, code])),
    );
    for (const { key, reason } of failed) expect(reason).toContain(key);
    const refused = await db.prisma.refusedRecord.findMany({ orderBy: { ordinal: "asc" } });
    expect(refused.map(({ ordinal, code }) => [ordinal, code])).toEqual([
      [1, "no-event-time"],
      [2, "not-an-object"],
    ]);

    // Delivered again in good order, they are loaded; the event that was there already is a duplicate.
    const [first] = Object.keys(broken);
    await put(name, first ?? "", good);
    const again = await runBucket(settings);
    expectToAddUp(again.progress);
    expect(again.progress).toMatchObject({ objectsLoaded: 1, objectsAlready: 1, events: 0, duplicates: 1 });
    expect(await countAll()).toBe(1);
  });

  it("end the run with a sentence where the bucket itself is the trouble", async () => {
    const { state, failure } = await runBucket(bucket({ bucket: "no-such-bucket-anywhere" }));
    expect(state).toBe("failed");
    expect(failure?.code).toBe("no-such-bucket");
    expect(failure?.message).toContain("no-such-bucket-anywhere");
  });
});
