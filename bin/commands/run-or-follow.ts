import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "#lib/db/database.ts";
import { cancelJob } from "#lib/db/jobs/cancel-job.ts";
import { type Claim, claimJob } from "#lib/db/jobs/claim-job.ts";
import type { Job, JobPhase, JobProgress } from "#lib/db/jobs/job.ts";
import { findJob } from "#lib/db/jobs/list-jobs.ts";
import { createDictionary } from "#lib/db/terms/dictionary.ts";
import { openStore } from "#lib/ingest/open-store.ts";
import { helpfulThreads } from "#lib/ingest/run/loader-threads.ts";
import { runJob } from "#lib/ingest/run/run-job.ts";
import { Failure } from "#lib/server/failure.ts";

/** How a job ended; `left`: it goes on elsewhere, and the person did not want to wait. */
export type EndedJob = {
  readonly jobId: string;
  readonly state: "done" | "failed" | "cancelled" | "left";
  readonly progress: JobProgress;
  /** Why it failed as a whole. */
  readonly error: Job["error"];
};

export type FollowOptions = {
  /** True: an interrupt cancels the job wherever it runs. False: it cancels only what runs here. */
  readonly isOurs: boolean;
  readonly interrupt: AbortSignal;
  readonly onProgress: (phase: JobPhase, progress: JobProgress) => void;
};

const LOOK_EVERY_MS = 1000;

/**
 * Brings a job to its end: runs it here, or, while someone else does, tells of its progress from the table. If
 * that one is killed, its lock is free and the job goes on here.
 */
export async function runOrFollow(db: Database, jobId: string, options: FollowOptions): Promise<EndedJob> {
  const { isOurs, interrupt, onProgress } = options;
  for (;;) {
    const claim = await claimJob(db, jobId);
    if (claim !== null) return runHere(db, claim, options);
    const job = await findJob(db, jobId);
    if (job === null) throw new Failure("not-found", "The run was removed with its source.");
    onProgress(job.phase, job.progress);
    const ended = { jobId, progress: job.progress, error: job.error };
    if (job.state === "done" || job.state === "failed" || job.state === "cancelled") {
      return { ...ended, state: job.state };
    }
    if (interrupt.aborted && !isOurs) return { ...ended, state: "left" };
    if (interrupt.aborted) await cancelJob(db, jobId);
    await pause(interrupt);
  }
}

/** Cut short by the interrupt; after it, the end is near and looked for at the same pace. */
async function pause(interrupt: AbortSignal): Promise<void> {
  if (interrupt.aborted) return sleep(LOOK_EVERY_MS);
  return sleep(LOOK_EVERY_MS, undefined, { signal: interrupt }).catch(() => {
    // Interrupted is what the loop asks for next.
  });
}

async function runHere(
  db: Database,
  claim: Claim,
  { interrupt, onProgress }: FollowOptions,
): Promise<EndedJob> {
  const jobId = claim.job.id;
  const cancel = () => {
    cancelJob(db, jobId).catch(() => {
      // Where the database is away the run fails by itself.
    });
  };
  interrupt.addEventListener("abort", cancel, { once: true });
  if (interrupt.aborted) cancel();
  const store = openStore(claim.source.settings);
  try {
    const { signal } = new AbortController();
    const dictionary = createDictionary(db.pool);
    const { state, progress, failure } = await runJob({
      db,
      dictionary,
      store,
      claim,
      threads: helpfulThreads(),
      signal,
      onProgress,
    });
    const error =
      failure === null ? null : { code: failure.code, message: failure.message, remedy: failure.remedy };
    // That signal nobody aborts: it is interrupted where the database went away. A worker goes on, or the next call.
    return { jobId, state: state === "interrupted" ? "failed" : state, progress, error };
  } finally {
    interrupt.removeEventListener("abort", cancel);
    store.close();
    await claim.release();
  }
}
