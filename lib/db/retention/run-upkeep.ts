import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "#lib/db/database.ts";
import type { Claim } from "#lib/db/jobs/claim-job.ts";
import { leaveJob, putBack } from "#lib/db/jobs/leave-job.ts";
import { refuseHopeless } from "#lib/db/jobs/refuse-hopeless.ts";
import { finishJob, saveProgress } from "#lib/db/jobs/save-progress.ts";
import { clearMonth } from "#lib/db/retention/clear-month.ts";
import { forgetSource } from "#lib/db/retention/forget-source.ts";
import { isExpired } from "#lib/db/retention/kept-from.ts";
import { hasAnything, listMonths } from "#lib/db/retention/month-facts.ts";
import { reopenRemoved } from "#lib/db/retention/reopen-removed.ts";
import { sweepLeftovers } from "#lib/db/retention/sweep-leftovers.ts";
import { execute, inTransaction, sql, toDatabaseFailure } from "#lib/db/sql/raw.ts";
import { Failure, isFailure } from "#lib/server/failure.ts";

/** What a job that removes works on; the same as for one that loads, without a store. */
export type UpkeepRun = {
  readonly db: Database;
  readonly claim: Claim;
  /** Aborted when the process is to end: the job stays open, for whoever comes next. */
  readonly signal: AbortSignal;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
};

export type UpkeepResult = {
  readonly state: "done" | "failed" | "cancelled" | "interrupted";
  readonly failure: Failure | null;
};

const LOOK_EVERY = 1_000;

/**
 * One job that removes: `retention` takes out the months that are older than the source keeps, `removal` takes out
 * all that the source brought, then the source. Month by month, each at once or not at all: a job that was killed
 * finds at its next beginning what is left to do.
 */
export async function runUpkeep({ db, claim, signal, now }: UpkeepRun): Promise<UpkeepResult> {
  const stop = new AbortController();
  const both = AbortSignal.any([signal, stop.signal]);
  const watching = watch(db, claim, stop);
  try {
    const failure = await settle(work(db, claim, now, both));
    stop.abort(failure ?? new Failure("cancelled", "The job has ended."));
    await watching;
    if (signal.aborted) {
      await leaveJob(db, claim.job);
      return { state: "interrupted", failure: null };
    }
    if (isFailure(failure, "database-unreachable")) {
      await putBack(db, claim.job);
      return { state: "interrupted", failure };
    }
    const state = failure === null ? "done" : isFailure(failure, "cancelled") ? "cancelled" : "failed";
    // A removal that came to its end took its own job along.
    if (state === "done" && claim.job.kind === "removal") return { state, failure: null };
    if (claim.job.kind === "removal") await keepSource(db, claim);
    await finishJob(db, claim.job, state, claim.job.progress, state === "failed" ? failure : null);
    return { state, failure: state === "failed" ? failure : null };
  } finally {
    stop.abort(new Failure("cancelled", "The job has ended."));
    await watching;
  }
}

async function work(db: Database, { source, job }: Claim, now: number, signal: AbortSignal): Promise<void> {
  refuseHopeless(job);
  await sweepLeftovers(db);
  for (const month of await listMonths(db.pool)) {
    if (job.kind === "retention" && !isExpired(month, source.keepDays, now)) continue;
    signal.throwIfAborted();
    if (!(await hasAnything(db.pool, month, source.id))) continue;
    await clearMonth(db, month, { now, jobId: job.id, signal });
    await saveProgress(db, job, "loading", job.progress, true);
  }
  if (job.kind === "removal") await forgetSource(db, source.id, signal);
}

/** A removal that was stopped leaves the source as it is by then; it loads again when it is asked to. */
async function keepSource(db: Database, { source }: Claim): Promise<void> {
  await inTransaction(db.pool, async (client) => {
    await reopenRemoved(client, source.id);
    await execute(client, sql`update source set removing_at = null where id = ${source.id}::uuid`);
  });
}

async function settle(working: Promise<void>): Promise<Failure | null> {
  try {
    await working;
    return null;
  } catch (error) {
    const known = toDatabaseFailure(error);
    if (isFailure(known)) return known;
    if (error instanceof Error && error.name === "AbortError") {
      return new Failure("cancelled", "The job was cancelled.", { cause: error });
    }
    const why = error instanceof Error ? error.message : String(error);
    return new Failure("internal", `The job ended by a defect of Waymark: ${why}`, { cause: error });
  }
}

/** Hears once a second whether somebody asked the job to stop, and shows that it is alive. */
async function watch(db: Database, claim: Claim, stop: AbortController): Promise<void> {
  while (!stop.signal.aborted) {
    await saveProgress(db, claim.job, "loading", claim.job.progress).then(
      (noted) => {
        if (noted?.cancelRequested) stop.abort(new Failure("cancelled", "The job was cancelled."));
      },
      // The row goes with the source at the end of a removal; if the database is away, the work itself says so.
      () => {},
    );
    if (!claim.isHeld())
      stop.abort(new Failure("database-unreachable", "The connection to the database broke."));
    await sleep(LOOK_EVERY, undefined, { signal: stop.signal }).catch(() => {});
  }
}
