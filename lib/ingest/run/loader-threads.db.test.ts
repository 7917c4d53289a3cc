import { writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "#lib/db/database.ts";
import { ensureSource } from "#lib/db/sources/ensure-source.ts";
import type { SourceSettings } from "#lib/db/sources/source.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/test-database.ts";
import { openStore } from "#lib/ingest/open-store.ts";
import type { JobResult } from "#lib/ingest/run/run-job.ts";
import { indexFingerprint } from "#lib/ingest/testing/index-fingerprint.ts";
import { type RunOptions, runSource } from "#lib/ingest/testing/run-source.ts";
import { makeTree, type TemporaryTree } from "#lib/ingest/testing/temporary-tree.ts";

/** More than one thread would want to do alone. */
const FILES = 800;

let database: TestDatabase;
let db: Database;
let tree: TemporaryTree;

beforeEach(async () => {
  tree = makeTree(Array.from({ length: FILES }, (_, index) => [name(index), logFile(index)]));
  database = await createTestDatabase();
  db = openDatabase(database.url);
});
afterEach(async () => {
  await db.close();
  await database.drop();
  tree.remove();
});

/** One run over the folder. */
async function run(on: Database, options: RunOptions): Promise<JobResult> {
  const settings: SourceSettings = { kind: "files", paths: [tree.root] };
  const source = await ensureSource(on, { name: "source", settings, syncEveryMinutes: null });
  const store = openStore(settings);
  try {
    return await runSource(on, source, store, options);
  } finally {
    store.close();
  }
}

function name(number: number): string {
  return `${String(number).padStart(3, "0")}.json.gz`;
}

function logFile(number: number): Buffer {
  const record = {
    eventVersion: "1.08",
    eventID: `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`,
    eventTime: "2026-11-12T14:31:07Z",
    eventName: "StopInstances",
    eventSource: "ec2.amazonaws.com",
    awsRegion: "eu-west-1",
  };
  return gzipSync(JSON.stringify({ Records: [record] }));
}

describe("threads that help with loading", () => {
  it("make the same index and the same numbers as one thread alone", async () => {
    const helped = await run(db, { threads: 2 });
    const other = await createTestDatabase();
    const otherDb = openDatabase(other.url);
    try {
      const alone = await run(otherDb, { threads: 0 });
      expect(helped.state).toBe("done");
      expect(helped.progress).toEqual(alone.progress);
      expect(await indexFingerprint(db)).toBe(await indexFingerprint(otherDb));
    } finally {
      await otherDb.close();
      await other.drop();
    }
  });

  it("tell each object that could not be loaded, with its reason", async () => {
    const broken = Array.from({ length: FILES }, (_, index) => index).filter((index) => index % 10 === 9);
    for (const index of broken) writeFileSync(tree.path(name(index)), logFile(index).subarray(0, 40));
    const { state, progress } = await run(db, { threads: 1 });
    expect(state).toBe("done");
    expect(progress).toMatchObject({
      objectsSeen: 800,
      objectsLoaded: 720,
      objectsFailed: 80,
      events: 720,
    });
    const failed = await db.prisma.logObject.findMany({ where: { state: "failed" } });
    expect(failed).toHaveLength(80);
    for (const { reasonCode, reason } of failed) {
      expect(reasonCode).toBe("truncated-gzip");
      expect(reason).toMatch(/ends in the middle of its gzip data/);
    }
  });

  it("stop when the run is to end, and the next run completes what they left", async () => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 500);
    const first = await run(db, { threads: 2, signal: stop.signal });
    expect(["interrupted", "done"]).toContain(first.state);
    const second = await run(db, { threads: 2 });
    const { objectsSeen, objectsLoaded, objectsAlready, objectsSkipped, objectsFailed } = second.progress;
    expect(second.state).toBe("done");
    expect(objectsLoaded + objectsAlready + objectsSkipped + objectsFailed).toBe(objectsSeen);
    const { rows } = await db.pool.query("select count(*)::int as events from event");
    expect(rows).toEqual([{ events: FILES }]);
  });
});
