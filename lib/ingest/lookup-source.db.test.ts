import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import * as fc from "fast-check";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createLookupStore } from "#lib/aws/lookup-store.ts";
import { stubAwsEnvironment } from "#lib/aws/testing/aws-environment.ts";
import {
  answerLookupError,
  type LookedUpRecord,
  type LookupServer,
  type LookupServerOptions,
  recordsUpTo,
  startLookupServer,
  textOf,
} from "#lib/aws/testing/lookup-server.ts";
import { type Database, openDatabase } from "#lib/db/database.ts";
import { findJob } from "#lib/db/jobs/list-jobs.ts";
import { requestSync } from "#lib/db/jobs/request-sync.ts";
import { summarizeUnloaded } from "#lib/db/ledger/summarize-unloaded.ts";
import { readEvent } from "#lib/db/read-event.ts";
import { keptFrom } from "#lib/db/retention/kept-from.ts";
import { setRetention } from "#lib/db/retention/request-upkeep.ts";
import { ensureSource } from "#lib/db/sources/ensure-source.ts";
import type { Source } from "#lib/db/sources/source.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/test-database.ts";
import type { JobResult } from "#lib/ingest/run/run-job.ts";
import { retain } from "#lib/ingest/testing/dated-records.ts";
import { indexFingerprint } from "#lib/ingest/testing/index-fingerprint.ts";
import { logKey, logObjectOf, memoryStore } from "#lib/ingest/testing/memory-store.ts";
import { runSource, testSource } from "#lib/ingest/testing/run-source.ts";

/** LookupEvents through the river in, over a server that speaks its protocol. */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 10, 20, 14, 7, 30);
const QUICK = { callsPerSecond: 2_000, firstWaitMs: 2 };

let database: TestDatabase;
let db: Database;
let servers: LookupServer[] = [];

beforeEach(async () => {
  stubAwsEnvironment();
  database = await createTestDatabase();
  db = openDatabase(database.url);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const server of servers) await server.stop();
  servers = [];
  await db.close();
  await database.drop();
});

type Place = { readonly regions?: readonly string[]; readonly from?: string; readonly to?: string | null };

async function serve(options: LookupServerOptions): Promise<LookupServer> {
  const server = await startLookupServer(options);
  servers.push(server);
  return server;
}

function lookupSource(on: Database, { endpoint }: LookupServer, place: Place = {}): Promise<Source> {
  const { regions = ["eu-west-1"], from = "2026-11-19", to = null } = place;
  const settings = {
    regions: [...regions],
    from,
    to,
    endpoint,
    profile: null,
    roleArn: null,
    externalId: null,
  };
  return ensureSource(on, {
    name: "lookup://default",
    settings: { kind: "lookup", ...settings },
    syncEveryMinutes: null,
  });
}

async function run(
  on: Database,
  source: Source,
  options: { readonly now?: number; readonly full?: boolean; readonly signal?: AbortSignal } = {},
): Promise<JobResult> {
  const { settings } = source;
  if (settings.kind !== "lookup") throw new Error("Another kind of source");
  const { now = NOW, ...how } = options;
  const store = createLookupStore(settings, { patience: QUICK, now: () => now });
  try {
    return await runSource(on, source, store, how);
  } finally {
    store.close();
  }
}

function addsUp({ state, progress }: JobResult): void {
  expect(state).toBe("done");
  const { objectsSeen, objectsLoaded, objectsAlready, objectsSkipped, objectsFailed } = progress;
  expect(objectsLoaded + objectsAlready + objectsSkipped + objectsFailed).toBe(objectsSeen);
  expect(progress.events + progress.duplicates + progress.refused).toBe(progress.records);
}

const RECORDS = recordsUpTo(NOW - MINUTE, 400, 5 * MINUTE);

it("loads every event once, keeps each record token for token, and finds nothing new the next time", async () => {
  const server = await serve({ events: { "eu-west-1": RECORDS } });
  const source = await lookupSource(db, server);
  const first = await run(db, source);
  addsUp(first);
  const wanted = RECORDS.filter(({ eventTime }) => eventTime >= "2026-11-19");
  expect(first.progress).toMatchObject({
    events: wanted.length,
    duplicates: 0,
    refused: 0,
    objectsFailed: 0,
  });

  const [record] = wanted;
  if (record === undefined) throw new Error("There is no record");
  const found = await readEvent(db, record.eventID);
  expect(JSON.stringify(found)).toContain(JSON.stringify(textOf(record)).slice(1, -1));

  const before = server.calls.length;
  const second = await run(db, source, { now: NOW });
  addsUp(second);
  expect(second.progress).toMatchObject({ events: 0, objectsFailed: 0 });
  expect(second.progress.objectsAlready).toBeGreaterThan(second.progress.objectsLoaded);
  expect(server.calls.length - before).toBeLessThan(before / 2);
});

it("finds events that come late, at the next sync and on the day after", async () => {
  const records: LookedUpRecord[] = [...RECORDS];
  const server = await serve({ events: { "eu-west-1": records } });
  const source = await lookupSource(db, server);
  await run(db, source);
  const [soon, late] = recordsUpTo(NOW - 20 * MINUTE, 2, 3 * HOUR).map((record, index) => ({
    ...record,
    eventID: `0000000${index}-1111-4111-8111-111111111111`,
  }));
  if (soon === undefined || late === undefined) throw new Error("There is no record");
  records.push(soon);
  expect((await run(db, source, { now: NOW + 5 * MINUTE })).progress.events).toBe(1);
  records.push(late);
  // Its hour has long been settled; its day becomes final a day after its end.
  expect((await run(db, source, { now: NOW + 10 * MINUTE })).progress.events).toBe(0);
  const later = await run(db, source, { now: NOW + 35 * HOUR });
  addsUp(later);
  expect(later.progress.events).toBe(1);
});

it("makes one event of what a trail delivers and what is looked up", async () => {
  const server = await serve({ events: { "eu-west-1": RECORDS } });
  const delivered = RECORDS.filter((_, index) => index % 2 === 0);
  const objects = { [logKey("one")]: logObjectOf(delivered) };
  await runSource(db, await testSource(db, "trail"), memoryStore(objects));
  const looked = await run(db, await lookupSource(db, server, { from: "2026-11-01" }));
  addsUp(looked);
  expect(looked.progress).toMatchObject({ events: 200, duplicates: 200 });
  expect(await db.prisma.eventRow.count()).toBe(400);
});

it("makes the same index of any paging", async () => {
  const all = recordsUpTo(NOW - DAY, 150, 7 * MINUTE);
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 50 }),
      fc.shuffledSubarray([...all], { minLength: all.length }),
      async (pageSize, records) => {
        const other = await createTestDatabase();
        const otherDb = openDatabase(other.url);
        const server = await serve({ events: { "eu-west-1": records }, pageSize });
        try {
          addsUp(await run(otherDb, await lookupSource(otherDb, server)));
          seen.add(await indexFingerprint(otherDb));
        } finally {
          await otherDb.close();
          await other.drop();
        }
      },
    ),
    { numRuns: 8 },
  );
  expect(seen.size).toBe(1);
});

it("does not ask again for days that it keeps no more, not even by a full check, and asks for them once it keeps more", async () => {
  const now = Date.now();
  const server = await serve({ events: { "eu-west-1": recordsUpTo(now - HOUR, 80, DAY) } });
  const from = new Date(now - 78 * DAY).toISOString().slice(0, 10);
  const source = await lookupSource(db, server, { from });
  const { progress } = await run(db, source, { now });
  await retain(db, source, 30, now);
  const kept = await db.prisma.eventRow.count();
  expect(kept).toBeLessThan(progress.events);
  const first = keptFrom(30, now) ?? 0;
  for (const full of [false, true]) {
    const before = server.calls.length;
    const again = await run(db, source, { now, full });
    addsUp(again);
    expect(again.progress.events).toBe(0);
    const asked = server.calls.slice(before).flatMap((call) => call.from ?? []);
    expect(asked.length).toBeGreaterThan(0);
    expect(Math.min(...asked)).toBeGreaterThanOrEqual(first);
  }
  expect(await db.prisma.eventRow.count()).toBe(kept);
  await setRetention(db, source.id, null, now);
  expect((await run(db, source, { now })).progress.events).toBe(progress.events - kept);
});

it("passes a region by that is not enabled, says so, and forgets it when it answers", async () => {
  const events: Record<string, readonly LookedUpRecord[]> = { "eu-west-1": RECORDS };
  const server = await serve({ events });
  const source = await lookupSource(db, server, { regions: ["ap-east-1", "eu-west-1"] });
  const first = await run(db, source);
  addsUp(first);
  expect(first.progress.objectsSkipped).toBe(1);
  expect(await summarizeUnloaded(db, source.id)).toMatchObject([
    {
      state: "skipped",
      code: "region-not-enabled",
      reason: "The region ap-east-1 is not enabled in this account.",
      example: "111122223333/ap-east-1",
    },
  ]);
  events["ap-east-1"] = recordsUpTo(NOW - HOUR, 5, MINUTE, { region: "ap-east-1" });
  const second = await run(db, source);
  addsUp(second);
  expect(second.progress).toMatchObject({ objectsSkipped: 0, events: 5 });
  expect(await summarizeUnloaded(db, source.id)).toEqual([]);
});

it("does not settle a window whose pages broke off; the next run reads it", async () => {
  let isBroken = true;
  const server = await serve({
    events: { "eu-west-1": recordsUpTo(NOW - 2 * DAY + 30 * MINUTE, 300, 5_000) },
    interfere({ token, from }, response) {
      if (!isBroken || token === null || from === null) return false;
      answerLookupError(response, "InvalidNextTokenException", "The token is not valid.");
      return true;
    },
  });
  const source = await lookupSource(db, server, { from: "2026-11-18" });
  const first = await run(db, source);
  expect(first.progress.objectsFailed).toBe(1);
  addsUp(first);
  isBroken = false;
  const second = await run(db, source);
  addsUp(second);
  expect(second.progress).toMatchObject({ events: 300, objectsFailed: 0 });
  expect(await summarizeUnloaded(db, source.id)).toEqual([]);
});

it("names the day at which a region stops answering, loads the others, and comes back to it", async () => {
  let isBroken = true;
  const server = await serve({
    events: {
      "eu-west-1": RECORDS,
      "eu-west-2": recordsUpTo(NOW - DAY, 20, MINUTE, { region: "eu-west-2" }),
    },
    interfere({ region, from }, response) {
      if (!isBroken || region !== "eu-west-2" || from !== Date.UTC(2026, 10, 19)) return false;
      answerLookupError(response, "AccessDeniedException", "User: x is not authorized");
      return true;
    },
  });
  const source = await lookupSource(db, server, { regions: ["eu-west-1", "eu-west-2"] });
  const first = await run(db, source);
  addsUp(first);
  expect(await summarizeUnloaded(db, source.id)).toMatchObject([
    {
      state: "failed",
      code: "access-denied",
      example: "111122223333/CloudTrail/eu-west-2/2026/11/19/day.json.gz",
    },
  ]);
  isBroken = false;
  const second = await run(db, source);
  expect(second.progress).toMatchObject({ events: 20, objectsFailed: 0 });
});

it("ends with the sentence of credentials that expire on the way, and goes on from there", async () => {
  let calls = 0;
  const server = await serve({
    events: { "eu-west-1": RECORDS },
    interfere(_, response) {
      calls += 1;
      if (calls <= 30 || calls > 40) return false;
      answerLookupError(
        response,
        "ExpiredTokenException",
        "The security token included in the request is expired",
      );
      return true;
    },
  });
  const source = await lookupSource(db, server);
  const first = await run(db, source);
  expect(first).toMatchObject({ state: "failed", failure: { code: "expired-credentials" } });
  calls = 100;
  const second = await run(db, source);
  addsUp(second);
  expect(await db.prisma.eventRow.count()).toBe(
    RECORDS.filter(({ eventTime }) => eventTime >= "2026-11-19").length,
  );
});

it("is taken up where it was after a worker was killed in the middle", { timeout: 90_000 }, async () => {
  const end = Math.floor(Date.now() / DAY - 1) * DAY - 1_000;
  const day = new Date(end).toISOString().slice(0, 10);
  const server = await serve({ events: { "eu-west-1": recordsUpTo(end, 130, 10 * MINUTE) } });
  const source = await lookupSource(db, server, { from: day, to: day });
  const job = await requestSync(db, { sourceId: source.id, trigger: "person" });
  const first = startWorker();
  await expect.poll(() => db.prisma.logObject.count(), { timeout: 40_000 }).toBeGreaterThan(3);
  first.kill("SIGKILL");
  await first.ended;
  expect(await db.prisma.eventRow.count()).toBeLessThan(130);
  const second = startWorker();
  for (;;) {
    const now = await findJob(db, job.id);
    if (now?.state === "done") break;
    await sleep(200);
  }
  second.kill("SIGTERM");
  await second.ended;
  const ended = await findJob(db, job.id);
  expect(ended?.progress).toMatchObject({ objectsSeen: 24, objectsLoaded: 24, records: 130, events: 130 });
});

function startWorker() {
  const child = spawn(process.execPath, ["--import", "tsx", "bin/worker.ts"], {
    env: { ...process.env, DATABASE_URL: database.url, LOG_LEVEL: "silent", NODE_NO_WARNINGS: "1" },
    stdio: "ignore",
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  return { kill: (signal: NodeJS.Signals) => child.kill(signal), ended };
}
