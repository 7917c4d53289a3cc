import { setTimeout as sleep } from "node:timers/promises";
import { backfillCredentials } from "#lib/db/credentials/backfill.ts";
import type { Database } from "#lib/db/database.ts";
import { type Claim, claimJob } from "#lib/db/jobs/claim-job.ts";
import { scheduleDue } from "#lib/db/jobs/schedule-due.ts";
import { scheduleRetention } from "#lib/db/retention/request-upkeep.ts";
import { runUpkeep } from "#lib/db/retention/run-upkeep.ts";
import type { SourceSettings } from "#lib/db/sources/source.ts";
import { createDictionary, type Dictionary } from "#lib/db/terms/dictionary.ts";
import { beat, hasWorkersElsewhere, sayGoodbye, type WorkerIdentity } from "#lib/db/worker-heartbeat.ts";
import { forgetUploads } from "#lib/ingest/forget-uploads.ts";
import { hasFiles } from "#lib/ingest/has-files.ts";
import { openStore } from "#lib/ingest/open-store.ts";
import { helpfulThreads } from "#lib/ingest/run/loader-threads.ts";
import { type JobResult, runJob } from "#lib/ingest/run/run-job.ts";
import type { Log } from "#lib/server/log.ts";

const JOBS_AT_ONCE = 2;
/** Milliseconds. */
const LOOK_EVERY = 1_000;
const BEAT_EVERY = 5_000;

/**
 * The worker: looks for jobs until it is told to stop. It keeps nothing in memory that matters: the queue, the
 * schedule and the progress are rows, and a job's lock dies with the worker.
 */
export async function work(
  db: Database,
  identity: WorkerIdentity,
  log: Log,
  signal: AbortSignal,
): Promise<void> {
  const dictionary = createDictionary(db.pool);
  const canWork = async (settings: SourceSettings) =>
    (await hasFiles(settings)) || !(await hasWorkersElsewhere(db, identity.host));
  const running = new Set<Promise<void>>();
  let lastBeat = 0;
  while (!signal.aborted) {
    try {
      if (Date.now() - lastBeat >= BEAT_EVERY) {
        await beat(db, identity);
        await scheduleDue(db, new Date());
        await scheduleRetention(db, new Date());
        lastBeat = Date.now();
      }
      const claim = running.size < JOBS_AT_ONCE ? await claimJob(db, null, canWork) : null;
      if (claim !== null) {
        const run =
          claim.job.kind === "sync"
            ? runClaimed(db, dictionary, claim, log, signal)
            : removeClaimed(db, claim, log, signal);
        const job = run.finally(() => running.delete(job));
        running.add(job);
        continue;
      }
      if (running.size === 0 && (await backfillCredentials(db))) continue;
    } catch (error) {
      // The database may be away for a while; whoever restarts it should not have to restart the worker.
      log.error({ err: error }, "The worker could not look for jobs");
    }
    await sleep(LOOK_EVERY, undefined, { signal }).catch(() => {});
  }
  await Promise.all(running);
  await sayGoodbye(db, identity.id).catch(() => {});
}

async function runClaimed(
  db: Database,
  dictionary: Dictionary,
  claim: Claim,
  log: Log,
  signal: AbortSignal,
): Promise<void> {
  const about = { job: claim.job.id, source: claim.source.name };
  log.info(about, "Job begins");
  let store: ReturnType<typeof openStore> | undefined;
  try {
    store = openStore(claim.source.settings);
    const result: JobResult = await runJob({
      db,
      dictionary,
      store,
      claim,
      threads: helpfulThreads(),
      signal,
    });
    const { state, progress, failure } = result;
    log[levelOf(state)]({ ...about, state, ...progress, failure: failure?.message }, "Job ends");
    if (state === "interrupted") await pause(signal);
  } catch (error) {
    log.error({ ...about, err: error }, "Job broke off; it will be taken up again");
    await pause(signal);
  } finally {
    store?.close();
    await claim.release();
  }
}

/** Whoever watches the log for errors hears of what somebody has to mend; what was cancelled was asked for. */
function levelOf(state: JobResult["state"]): "error" | "info" {
  return state === "failed" ? "error" : "info";
}

/** Before the job is taken up again: not at once, what broke it may last. */
async function pause(signal: AbortSignal): Promise<void> {
  await sleep(5_000, undefined, { signal }).catch(() => {});
}

async function removeClaimed(db: Database, claim: Claim, log: Log, signal: AbortSignal): Promise<void> {
  const about = { job: claim.job.id, source: claim.source.name, kind: claim.job.kind };
  log.info(about, "Job begins");
  try {
    const { state, failure } = await runUpkeep({ db, claim, signal, now: Date.now() });
    if (state === "done" && claim.job.kind === "removal") await forgetUploads(claim.source);
    log[levelOf(state)]({ ...about, state, failure: failure?.message }, "Job ends");
    if (state === "interrupted") await pause(signal);
  } catch (error) {
    log.error({ ...about, err: error }, "Job broke off; it will be taken up again");
    await pause(signal);
  } finally {
    await claim.release();
  }
}
