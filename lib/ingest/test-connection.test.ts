import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { answerError, answerList, startAnsweringServer } from "#lib/aws/testing/answering-server.ts";
import { stubAwsEnvironment } from "#lib/aws/testing/aws-environment.ts";
import { BucketInput } from "#lib/ingest/bucket-input.ts";
import { testConnection } from "#lib/ingest/test-connection.ts";
import { type SampleServer, startSampleServer } from "#lib/sample/s3-server.ts";
import { sampleTrail } from "#lib/sample/sample-trail.ts";

const NOW = Date.UTC(2026, 10, 20);
const TRAIL = sampleTrail({ seed: 3, events: 10_000, days: 10, end: NOW });
const signal = new AbortController().signal;
let server: SampleServer;

beforeAll(async () => {
  server = await startSampleServer(TRAIL);
});
afterAll(() => server.stop());
beforeEach(() => {
  stubAwsEnvironment();
  return () => vi.unstubAllEnvs();
});

function input(bucket: string, endpoint: string = server.endpoint): BucketInput {
  return BucketInput.parse({ bucket, endpoint, pathStyle: true, region: "us-east-1" });
}

it("tells what is in a bucket and how much would come", async () => {
  const report = await testConnection(input(server.bucket), signal, { now: NOW });
  expect(report).toMatchObject({
    name: `s3://${server.bucket}/`,
    identity: null,
    region: "us-east-1",
    oldest: "2026-11-10",
    newest: "2026-11-20",
    limit: null,
  });
  const logs = [...TRAIL.objects()].filter((object) => object.kind === "log");
  const accounts = new Set(logs.map(({ key }) => /\/(\d{12})\//.exec(key)?.[1]));
  expect(new Set(report.accounts)).toEqual(accounts);
  expect(report.setAside.some(({ why }) => why.includes("digest"))).toBe(true);
  const all = report.estimates.find(({ id }) => id === "all");
  expect(all?.days).toBe(11);
  // An estimate from some days of some streams: the right order of magnitude is what it promises.
  expect(all?.objects).toBeGreaterThan(logs.length / 3);
  expect(all?.objects).toBeLessThan(logs.length * 3);
});

it("promises nothing where the prefix holds nothing", async () => {
  const report = await testConnection(input(`${server.bucket}/nowhere/`), signal);
  expect(report).toMatchObject({ streams: 0, strays: 0, oldest: null, daily: null, estimates: [] });
});

it("says that there is no such bucket", async () => {
  await expect(testConnection(input("not-there-at-all"), signal)).rejects.toMatchObject({
    code: "no-such-bucket",
    message: "There is no bucket named not-there-at-all.",
  });
});

it("hands over the policy for exactly this prefix where access is denied", async () => {
  const denying = await startAnsweringServer((_, response) => answerError(response, 403, "AccessDenied"));
  try {
    const failure = await testConnection(input("acme-logs/org/AWSLogs", denying.endpoint), signal).catch(
      (error: unknown) => error,
    );
    expect(failure).toMatchObject({ code: "access-denied" });
    expect(String((failure as { remedy?: string }).remedy)).toContain(
      '"arn:aws:s3:::acme-logs/org/AWSLogs/*"',
    );
  } finally {
    await denying.stop();
  }
});

it("gives up in time, and says what to do then", async () => {
  const endless = await startAnsweringServer((request, response) => {
    const prefix = request.url.searchParams.get("prefix") ?? "";
    setTimeout(() => answerList(response, [], { folders: [1, 2, 3].map((one) => `${prefix}${one}/`) }), 30);
  });
  try {
    await expect(
      testConnection(input("acme-logs", endless.endpoint), signal, { timeLimitMs: 300 }),
    ).rejects.toMatchObject({ code: "unreachable", message: /could not be looked through/ });
  } finally {
    await endless.stop();
  }
});
