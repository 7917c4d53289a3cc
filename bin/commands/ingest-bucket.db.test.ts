import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { ingest } from "#bin/commands/ingest.ts";
import { Interrupted } from "#bin/commands/interrupt.ts";
import { capturedSession } from "#bin/commands/testing/captured-session.ts";
import { countEvents } from "#lib/db/count-events.ts";
import { type Database, openDatabase } from "#lib/db/database.ts";
import { claimJob } from "#lib/db/jobs/claim-job.ts";
import { NO_PROGRESS } from "#lib/db/jobs/job.ts";
import { listJobs } from "#lib/db/jobs/list-jobs.ts";
import { requestSync } from "#lib/db/jobs/request-sync.ts";
import { finishJob, saveProgress } from "#lib/db/jobs/save-progress.ts";
import { ensureSource } from "#lib/db/sources/ensure-source.ts";
import { findSourceByName } from "#lib/db/sources/find-source.ts";
import { bucketOn } from "#lib/db/sources/testing/bucket-settings.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/test-database.ts";
import { type SampleServer, startSampleServer } from "#lib/sample/s3-server.ts";
import { sampleTrail } from "#lib/sample/sample-trail.ts";
import { EVERYTHING } from "#lib/search/search.ts";

/** The command over a real S3 server. */

const TRAIL = sampleTrail({ seed: 5, events: 10_000, days: 10, end: Date.UTC(2026, 10, 20) });
const OBJECTS = [...TRAIL.objects()];
const LOGS = OBJECTS.filter(({ kind }) => kind === "log");
const RECORDS = LOGS.reduce((sum, { events }) => sum + events, 0);
const COPIES = LOGS.reduce((sum, { copies }) => sum + copies, 0);

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

function bucketArguments(...more: string[]): string[] {
  const place = ["--endpoint", server.endpoint, "--path-style", "--region", "us-east-1"];
  return [`s3://${server.bucket}`, ...place, ...more];
}

const NAME = () => `s3://${server.bucket}/`;

async function run(...args: string[]) {
  const { session, out, err } = capturedSession(db);
  return { code: await ingest(args, session), out: out(), err: err() };
}

it("loads a bucket, tells of the progress, and finds all of it there the next time", async () => {
  const first = await run(...bucketArguments());
  expect(first.code).toBe(0);
  const [objects = "", recordsLine = ""] = first.out.split("\n");
  const [seen = 0, loaded = 0, already = 0, skipped = 0, failed = 0] = numbers(objects);
  expect(loaded).toBe(LOGS.length);
  expect(seen).toBe(loaded + already + skipped + failed);
  expect(numbers(recordsLine)).toEqual([RECORDS, RECORDS - COPIES, COPIES, 0]);
  expect(first.err).toMatch(/^Looking for logs\n/);
  const all = { where: EVERYTHING, range: { from: null, to: null } };
  expect(await countEvents(db, all)).toEqual({ count: RECORDS - COPIES, exact: true });

  const again = await run(...bucketArguments("--full"));
  expect(again.code).toBe(0);
  expect(numbers(again.out)[1]).toBe(0);
  expect(numbers(again.out)[2]).toBe(LOGS.length);
});

it("keeps the settings and the schedule of a source that was added on the pages", async () => {
  const settings = bucketOn(server, { from: "2026-11-19" });
  await ensureSource(db, { name: NAME(), settings, syncEveryMinutes: 5 });
  const { code, err } = await run(`s3://${server.bucket}`);
  expect(code).toBe(0);
  expect(err).toContain("Objects delivered from 2026-11-19, in this and later runs of the source.");
  expect(await findSourceByName(db, NAME())).toMatchObject({ settings, syncEveryMinutes: 5 });

  await run(`s3://${server.bucket}`, "--from=");
  expect(await findSourceByName(db, NAME())).toMatchObject({ settings: { ...settings, from: null } });
  const all = { where: EVERYTHING, range: { from: null, to: null } };
  expect((await countEvents(db, all)).count).toBe(RECORDS - COPIES);
});

it("takes no other server under the name of a source", async () => {
  await run(...bucketArguments("--from", "2026-11-19"));
  await expect(run(`s3://${server.bucket}`, "--endpoint", "http://127.0.0.1:1")).rejects.toThrow(
    /is a source already, at http:\/\/127.0.0.1:\d+: one name cannot stand for two servers/,
  );
});

it("fails with the sentence and the remedy of a bucket that is not there", async () => {
  const args = bucketArguments().with(0, "s3://no-such-bucket-anywhere");
  const { code, out, err } = await run(...args);
  expect(code).toBe(1);
  expect(out).toBe("0 objects: 0 loaded, 0 there already, 0 skipped, 0 failed\n");
  expect(err).toContain("no-such-bucket-anywhere");
  expect(err).not.toContain("Nothing was found");
});

it("cancels the run on Ctrl-C; the next run loads the rest", async () => {
  const { session, err, interrupt } = capturedSession(db);
  const running = ingest(bucketArguments(), session);
  await expect.poll(() => err(), { timeout: 20_000 }).toContain("Loading:");
  interrupt(new Interrupted(130));
  expect(await running).toBe(130);
  expect(err()).toContain("Cancelled. What is loaded stays");
  expect(await listJobs(db, { limit: 5 })).toMatchObject([{ state: "cancelled", trigger: "command" }]);

  expect((await run(...bucketArguments())).code).toBe(0);
  const all = { where: EVERYTHING, range: { from: null, to: null } };
  expect((await countEvents(db, all)).count).toBe(RECORDS - COPIES);
});

/** A run of the source that someone else holds. */
async function runElsewhere() {
  await run(...bucketArguments("--from", "2026-11-19"));
  const source = await findSourceByName(db, NAME());
  const job = await requestSync(db, { sourceId: source?.id ?? "", trigger: "schedule" });
  const claim = await claimJob(db, job.id);
  if (claim === null) throw new Error("Nobody else is here");
  return { claim };
}

it("follows a run that is on elsewhere, and loads nothing twice", async () => {
  const { claim } = await runElsewhere();
  const { session, out, err } = capturedSession(db);
  const following = ingest([`s3://${server.bucket}`], session);
  const half = { ...NO_PROGRESS, objectsSeen: 10, objectsLoaded: 5 };
  await saveProgress(db, claim.job, "loading", half);
  await expect.poll(() => err(), { timeout: 20_000 }).toContain("Loading: 5 of 10 objects");
  await finishJob(db, claim.job, "done", { ...half, objectsLoaded: 10 }, null);
  await claim.release();
  expect(await following).toBe(0);
  expect(err()).toContain("is being loaded already; this follows that run.");
  expect(out()).toBe("10 objects: 10 loaded, 0 there already, 0 skipped, 0 failed\n");
  expect(await listJobs(db, { limit: 5 })).toHaveLength(2);
});

it("takes a run over whose worker was killed", async () => {
  const { claim } = await runElsewhere();
  const { session, out } = capturedSession(db);
  const following = ingest([`s3://${server.bucket}`], session);
  await sleep(1500);
  await claim.release();
  expect(await following).toBe(0);
  expect(out()).toMatch(/^\d+ objects: 0 loaded/);
  expect(await listJobs(db, { limit: 5 })).toMatchObject([{ state: "done" }, { state: "done" }]);
});

it("leaves a run that is not its own on Ctrl-C", async () => {
  const { claim } = await runElsewhere();
  const { session, err, interrupt } = capturedSession(db);
  const following = ingest([`s3://${server.bucket}`], session);
  await expect.poll(() => err(), { timeout: 20_000 }).toContain("this follows that run");
  interrupt(new Interrupted(130));
  expect(await following).toBe(130);
  expect(err()).toContain("The run goes on");
  expect(await listJobs(db, { limit: 1 })).toMatchObject([{ state: "running", cancelRequested: false }]);
  await claim.release();
});

it("waits for a run with other settings, and then runs with its own", async () => {
  const { claim } = await runElsewhere();
  const { session, err } = capturedSession(db);
  const following = ingest([`s3://${server.bucket}`, "--from", "2026-11-15"], session);
  await expect.poll(() => err(), { timeout: 20_000 }).toContain("this follows that run");
  await finishJob(db, claim.job, "done", NO_PROGRESS, null);
  await claim.release();
  expect(await following).toBe(0);
  expect(err()).toContain("That run went by other settings; now by these.");
  expect(await listJobs(db, { limit: 5 })).toHaveLength(3);
});

function numbers(line: string): number[] {
  return [...line.matchAll(/\d[\d,]*(?= )/g)].map(([text]) => Number(text.replaceAll(",", "")));
}
