import { createChannel } from "#lib/base/channel.ts";
import type { LogStore } from "#lib/base/log-store.ts";
import type { Database } from "#lib/db/database.ts";
import type { Claim } from "#lib/db/jobs/claim-job.ts";
import type { JobPhase, JobProgress } from "#lib/db/jobs/job.ts";
import { leaveJob, putBack } from "#lib/db/jobs/leave-job.ts";
import { refuseHopeless } from "#lib/db/jobs/refuse-hopeless.ts";
import { finishJob, saveProgress } from "#lib/db/jobs/save-progress.ts";
import { toDatabaseFailure } from "#lib/db/sql/raw.ts";
import type { Dictionary } from "#lib/db/terms/dictionary.ts";
import { tidyAfterLoad } from "#lib/db/write/after-load.ts";
import { discover } from "#lib/ingest/discover.ts";
import { prefixOf } from "#lib/ingest/open-store.ts";
import type { RunContext } from "#lib/ingest/run/context.ts";
import { listObjects, type ToLoad } from "#lib/ingest/run/list-objects.ts";
import { loadFound } from "#lib/ingest/run/load-found.ts";
import { createTally } from "#lib/ingest/run/tally.ts";
import { Failure, isFailure } from "#lib/server/failure.ts";

/**
 * One run of the river in, over one source.
 *
 *   discovering   finds the streams (account × region × folder) below the source's prefix
 *   loading       lists them and loads what is new, both at once, joined by a bounded channel
 *   finished      done, failed as a whole (with its sentence), or cancelled
 *
 * A run that is interrupted is not finished: the process is to end, or the database went away or gave the job to
 * somebody else. The job stays open then, and goes on by itself.
 *
 * Everything that is settled is settled for good: a run that ends early, however it ends, is taken up where it
 * was by the next. A second run of the same job (its worker was killed) counts what the first one loaded as its own.
 */
export type JobRun = {
  readonly db: Database;
  readonly dictionary: Dictionary;
  readonly store: LogStore;
  readonly claim: Claim;
  /** Aborted when the process is to end: the job stays open, for whoever comes next. */
  readonly signal: AbortSignal;
  /** Threads that may help with loading, through stores of their own that the source's settings open. */
  readonly threads?: number;
  readonly onProgress?: (phase: JobPhase, progress: JobProgress) => void;
};

export type JobResult = {
  readonly state: "done" | "failed" | "cancelled" | "interrupted";
  readonly progress: JobProgress;
  /** Why it failed or was interrupted; null where it was not, or the process is to end. */
  readonly failure: Failure | null;
};

const SAVE_EVERY = 1_000;
/** Objects found and not yet taken: enough to keep the readers busy, little to hold. */
const CHANNEL_CAPACITY = 1_000;

export async function runJob(jobRun: JobRun): Promise<JobResult> {
  const { db, dictionary, store, claim } = jobRun;
  // LookupEvents allows two calls a second, all told: threads with stores of their own would each take them.
  const threads = claim.source.settings.kind === "lookup" ? 0 : (jobRun.threads ?? 0);
  const stop = new AbortController();
  const signal = AbortSignal.any([jobRun.signal, stop.signal]);
  const tally = createTally(() => reporter.save());
  const { source, job } = claim;
  const run: RunContext = { db, dictionary, store, source, job, tally, threads, signal };
  const reporter = startReporting(jobRun, run, stop);
  try {
    const failure = await settleFailure(flow(run, reporter.enter));
    // Whatever still listens must stop before the job is called finished.
    stop.abort(failure ?? new Failure("cancelled", "The run has ended."));
    await reporter.stop();
    if (jobRun.signal.aborted) {
      await leaveJob(db, job);
      return { state: "interrupted", progress: tally.progress(), failure: null };
    }
    if (isFailure(failure, "database-unreachable")) {
      await putBack(db, job);
      return { state: "interrupted", progress: tally.settledProgress(), failure };
    }
    const state = failure === null ? "done" : isFailure(failure, "cancelled") ? "cancelled" : "failed";
    const progress = state === "done" ? tally.progress() : tally.settledProgress();
    const why = state === "failed" ? failure : null;
    const isOurs = await finishJob(db, job, state, progress, why);
    return isOurs
      ? { state, progress, failure: why }
      : { state: "interrupted", progress, failure: takenOver() };
  } finally {
    await reporter.stop();
  }
}

async function flow(run: RunContext, enter: (phase: JobPhase) => void): Promise<void> {
  refuseHopeless(run.job);
  enter("discovering");
  const discovery = await discover(run.store, prefixOf(run.source.settings), run.signal);
  enter("loading");
  const channel = createChannel<ToLoad>(CHANNEL_CAPACITY);
  const stopAll = () => channel.fail(run.signal.reason);
  run.signal.addEventListener("abort", stopAll, { once: true });
  const listing = listObjects(run, discovery, channel).catch((error: unknown) => {
    channel.fail(error);
    throw error;
  });
  const loading = loadFound(run, channel);
  try {
    await Promise.all([listing, loading]);
    await tidyAfterLoad(run.db.pool, run.tally.progress().events);
  } finally {
    await loading.catch(() => {});
    run.signal.removeEventListener("abort", stopAll);
  }
}

/** The failure that work ended with; null where it succeeded. A defect becomes the failure "internal". */
async function settleFailure(work: Promise<void>): Promise<Failure | null> {
  try {
    await work;
    return null;
  } catch (thrown) {
    const error = toDatabaseFailure(thrown);
    if (isFailure(error)) return error;
    const why = error instanceof Error ? error.message : String(error);
    return new Failure("internal", `The run ended by a defect of Waymark: ${why}`, { cause: error });
  }
}

function takenOver(): Failure {
  return new Failure(
    "database-unreachable",
    "The connection to the database broke, and the run goes on elsewhere.",
  );
}

/** Saves the progress once a second, and hears whether somebody asked the job to stop. */
function startReporting(jobRun: JobRun, run: RunContext, stop: AbortController) {
  let phase: JobPhase = "waiting";
  let saving: Promise<void> = Promise.resolve();

  async function save(): Promise<void> {
    try {
      const progress = run.tally.progress();
      jobRun.onProgress?.(phase, progress);
      const noted = await saveProgress(run.db, run.job, phase, progress, run.tally.hasAdvanced());
      if (noted === null) stop.abort(takenOver());
      else if (noted.cancelRequested) stop.abort(new Failure("cancelled", "The run was cancelled."));
      if (!jobRun.claim.isHeld()) {
        stop.abort(new Failure("database-unreachable", "The connection to the database broke."));
      }
    } catch {
      // Progress is for people to look at. If the database is away, the loading itself says so.
    }
  }

  const timer = setInterval(() => {
    saving = saving.then(save);
  }, SAVE_EVERY);
  return {
    enter(next: JobPhase) {
      phase = next;
      saving = saving.then(save);
    },
    save() {
      saving = saving.then(save);
    },
    async stop() {
      clearInterval(timer);
      await saving;
    },
  };
}
