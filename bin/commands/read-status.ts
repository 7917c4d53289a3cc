import type { Database } from "#lib/db/database.ts";
import type { Job } from "#lib/db/jobs/job.ts";
import { listJobs } from "#lib/db/jobs/list-jobs.ts";
import { readCoverage } from "#lib/db/read-coverage.ts";
import { readStorage, type Storage } from "#lib/db/read-storage.ts";
import { type ListedSource, listSources } from "#lib/db/sources/list-sources.ts";
import { countWorkers } from "#lib/db/worker-heartbeat.ts";
import type { Coverage } from "#lib/search/coverage.ts";
import { VERSION } from "#lib/server/version.ts";

/** How Waymark is, in JSON too: `waymark status --json`. */
export type Status = {
  readonly version: string;
  readonly databaseBytes: number;
  /** The same by part, how it grows, and until when there is room. */
  readonly storage: Storage;
  /** Workers that were heard of lately; without one only the command line loads. */
  readonly workers: number;
  readonly coverage: Coverage;
  /** Seconds since the newest loaded event; null where there is none. */
  readonly lagSeconds: number | null;
  readonly sources: readonly ListedSource[];
  /** The newest first: those that are queued or running, and the last few that ended. */
  readonly jobs: readonly Job[];
};

const JOBS = 10;

/** `now`: milliseconds since 1970 UTC. */
export async function readStatus(db: Database, now: number): Promise<Status> {
  const [storage, workers, coverage, sources, jobs] = await Promise.all([
    readStorage(db, now),
    countWorkers(db),
    readCoverage(db, { from: null, to: null }),
    listSources(db),
    listJobs(db, { limit: JOBS }),
  ]);
  const newest = coverage.newestEventTime;
  const lagSeconds = newest === null ? null : Math.round((now - Date.parse(newest)) / 1000);
  return {
    version: VERSION,
    databaseBytes: storage.total,
    storage,
    workers,
    coverage,
    lagSeconds,
    sources,
    jobs,
  };
}
