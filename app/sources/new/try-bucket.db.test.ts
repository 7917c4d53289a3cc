import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { tryBucket } from "#app/sources/new/try-bucket.ts";
import { stubAwsEnvironment } from "#lib/aws/testing/aws-environment.ts";
import { type Database, openDatabase } from "#lib/db/database.ts";
import { claimJob } from "#lib/db/jobs/claim-job.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/test-database.ts";
import { startSampleServer } from "#lib/sample/s3-server.ts";
import { sampleTrail } from "#lib/sample/sample-trail.ts";

const NOW = Date.UTC(2026, 10, 20);
const signal = new AbortController().signal;
let database: TestDatabase;
let db: Database;
beforeEach(async () => {
  stubAwsEnvironment();
  database = await createTestDatabase();
  db = openDatabase(database.url);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await db.close();
  await database.drop();
});

function form(values: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(values)) data.set(name, value);
  return data;
}

it("says what is wrong beside each field and keeps what was typed", async () => {
  const typed = { intent: "start", bucket: "no bucket", region: "Frankfurt", profile: "audit" };
  const outcome = await tryBucket(db, form(typed), NOW, signal);
  expect(outcome).toMatchObject({
    kind: "wrong",
    values: { bucket: "no bucket", region: "Frankfurt", profile: "audit", range: "30d" },
  });
  expect(Object.keys(outcome.kind === "wrong" ? outcome.problems : {})).toEqual(["region", "bucket"]);
  expect(await db.prisma.source.count()).toBe(0);
});

it("shows what was found, and keeps nothing of a test", async () => {
  const server = await startSampleServer(sampleTrail({ seed: 3, events: 10_000, days: 10, end: NOW }));
  try {
    const { bucket, endpoint } = server;
    const values = { intent: "test", bucket, endpoint, pathStyle: "on", region: "us-east-1" };
    expect(await tryBucket(db, form(values), NOW, signal)).toMatchObject({
      kind: "found",
      report: { name: `s3://${bucket}/`, oldest: "2026-11-10" },
      policy: expect.stringContaining(`arn:aws:s3:::${bucket}`),
    });
    expect(await db.prisma.source.count()).toBe(0);
  } finally {
    await server.stop();
  }
});

it("shows what failed with its remedy and the policy", async () => {
  const endpoint = "http://127.0.0.1:9";
  const values = { intent: "test", bucket: "acme-logs", endpoint, pathStyle: "on", region: "us-east-1" };
  expect(await tryBucket(db, form(values), NOW, signal)).toMatchObject({
    kind: "failed",
    message: expect.stringContaining("refuses connections"),
    remedy: expect.stringContaining("endpoint"),
    policy: expect.stringContaining("s3:ListBucket"),
  });
});

it("adds the bucket from the first of the days that were chosen, and what that promises", async () => {
  const values = {
    intent: "start",
    bucket: "acme-logs",
    range: "7d",
    "expected-7d": "1500",
    syncEveryMinutes: "",
  };
  const outcome = await tryBucket(db, form(values), NOW, signal);
  const source = await db.prisma.source.findFirstOrThrow();
  expect(outcome).toEqual({ kind: "added", sourceId: source.id });
  expect(source).toMatchObject({
    name: "s3://acme-logs/",
    syncEveryMinutes: null,
    settings: { from: "2026-11-14", expectedObjects: 1500 },
  });
});

it("says why a bucket that is loading cannot reach further back now", async () => {
  const start = (range: string) =>
    tryBucket(db, form({ intent: "start", bucket: "acme-logs", range }), NOW, signal);
  await start("7d");
  const claim = await claimJob(db);
  expect(await start("all")).toMatchObject({
    kind: "failed",
    message: expect.stringContaining("is loading now"),
    remedy: expect.stringContaining("cancel"),
  });
  await claim?.release();
});

it("changes how a source is reached, and nothing else of it", async () => {
  const added = {
    bucket: "acme-logs/trail",
    region: "eu-west-1",
    range: "7d",
    endpoint: "http://127.0.0.1:9",
  };
  await tryBucket(db, form({ intent: "start", ...added, syncEveryMinutes: "60" }), NOW, signal);
  const source = await db.prisma.source.findFirstOrThrow();
  const changed = { source: source.id, bucket: "another", region: "eu-west-2", profile: "audit" };
  expect(await tryBucket(db, form({ intent: "start", ...changed }), NOW + 86_400_000, signal)).toEqual({
    kind: "added",
    sourceId: source.id,
  });
  expect(await db.prisma.source.findMany()).toMatchObject([
    {
      name: "s3://acme-logs/trail",
      syncEveryMinutes: 60,
      settings: { from: "2026-11-14", to: null, region: "eu-west-2", profile: "audit", endpoint: null },
    },
  ]);
});

it("adds nothing in place of a source that is not there any more", async () => {
  const values = { intent: "start", bucket: "acme-logs", source: crypto.randomUUID() };
  expect(await tryBucket(db, form(values), NOW, signal)).toMatchObject({
    kind: "wrong",
    problems: { bucket: "This source is not there any more." },
  });
  expect(await db.prisma.source.count()).toBe(0);
});
