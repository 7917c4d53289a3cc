import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { peakMemory } from "#bench/measure.ts";
import { bundleWorker, WORKER_BUNDLE } from "#bin/launch/build.ts";
import { openTerminal } from "#bin/launch/terminal.ts";
import { WORKER_ENVIRONMENT, WORKER_MEMORY } from "#bin/launch/worker.ts";
import { type Database, openDatabase } from "#lib/db/database.ts";
import type { Job } from "#lib/db/jobs/job.ts";
import { findJob } from "#lib/db/jobs/list-jobs.ts";
import { requestSync } from "#lib/db/jobs/request-sync.ts";
import { ensureSource } from "#lib/db/sources/ensure-source.ts";
import { bucketOn } from "#lib/db/sources/testing/bucket-settings.ts";

export type LoadFigures = {
  readonly seconds: number;
  readonly events: number;
  readonly objects: number;
  /** Of a second sync with nothing new. */
  readonly secondSeconds: number;
  readonly workerBytes: number | null;
  readonly diskBytes: number;
};

const TYPESCRIPT = ["--import", "tsx"];

/** Loads the sample folder from a local S3 server with the product's own worker, twice. */
export async function measureLoad(url: string, root: string, events: number): Promise<LoadFigures> {
  const server = await startServer(root, events);
  await bundleWorker(openTerminal(process.stderr));
  const worker = spawn(process.execPath, [...WORKER_MEMORY, WORKER_BUNDLE], {
    env: {
      ...process.env,
      ...WORKER_ENVIRONMENT,
      DATABASE_URL: url,
      AWS_ACCESS_KEY_ID: "bench",
      AWS_SECRET_ACCESS_KEY: "bench",
      LOG_LEVEL: "error",
      NODE_NO_WARNINGS: "1",
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  const db = openDatabase(url);
  try {
    await workerIsUp(db);
    const source = await ensureSource(db, {
      name: "s3://bench/",
      settings: bucketOn({ endpoint: server.endpoint, bucket: "bench" }),
      syncEveryMinutes: null,
    });
    const first = await syncOnce(db, source.id);
    const second = await syncOnce(db, source.id);
    const workerBytes = peakMemory(worker.pid ?? 0);
    const size = await db.pool.query("select pg_database_size(current_database())::float8 as bytes");
    const { events: loaded, objectsLoaded } = first.progress;
    return {
      seconds: secondsOf(first),
      events: loaded,
      objects: objectsLoaded,
      secondSeconds: secondsOf(second),
      workerBytes,
      diskBytes: size.rows[0].bytes,
    };
  } finally {
    await db.close();
    worker.kill("SIGTERM");
    server.process.stdin?.end();
  }
}

async function startServer(
  root: string,
  events: number,
): Promise<{ endpoint: string; process: ChildProcess }> {
  const child = spawn(process.execPath, [...TYPESCRIPT, "bench/serve-folder.ts", root, String(events)], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const [endpoint] = await once(createInterface({ input: child.stdout }), "line");
  return { endpoint: String(endpoint), process: child };
}

async function workerIsUp(db: Database): Promise<void> {
  while ((await db.prisma.worker.count()) === 0) await sleep(50);
}

async function syncOnce(db: Database, sourceId: string): Promise<Job> {
  const { id } = await requestSync(db, { sourceId, trigger: "command" });
  for (;;) {
    const job = await findJob(db, id);
    if (job?.state === "done") return job;
    if (job?.state === "failed") throw new Error(job.error?.message ?? "The load failed");
    await sleep(100);
  }
}

/** From the worker's first look at the job to its end. */
function secondsOf(job: Job): number {
  return ((job.finishedAt?.getTime() ?? 0) - (job.startedAt?.getTime() ?? 0)) / 1000;
}
