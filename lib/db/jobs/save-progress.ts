import type { Database } from "#lib/db/database.ts";
import type { Job, JobPhase, JobProgress, JobState } from "#lib/db/jobs/job.ts";
import type { Failure } from "#lib/server/failure.ts";

/** The job, as long as nobody else has taken it up since. */
export function stillOwn({ id, claims }: Job): { readonly id: string; readonly claims: number } {
  return { id, claims };
}

/**
 * Notes how far a job is. `hasAdvanced`: farther than it was when it was taken up. Answers whether somebody asked it
 * to stop; null where somebody else has taken it up, or it is gone.
 */
export async function saveProgress(
  db: Database,
  job: Job,
  phase: JobPhase,
  progress: JobProgress,
  hasAdvanced = false,
): Promise<{ readonly cancelRequested: boolean } | null> {
  const [row] = await db.prisma.job.updateManyAndReturn({
    where: stillOwn(job),
    data: { phase, ...progress, ...(hasAdvanced ? { tries: 0 } : {}), updatedAt: new Date() },
    select: { cancelRequested: true },
  });
  return row ?? null;
}

/**
 * Ends a job. `failure`: why it failed as a whole; single objects that failed stand in the ledger. False where somebody
 * else has taken it up: then it is theirs to end.
 */
export async function finishJob(
  db: Database,
  job: Job,
  state: Extract<JobState, "done" | "failed" | "cancelled">,
  progress: JobProgress,
  failure: Failure | null,
): Promise<boolean> {
  const now = new Date();
  const { count } = await db.prisma.job.updateMany({
    where: stillOwn(job),
    data: {
      state,
      phase: "finished",
      ...progress,
      updatedAt: now,
      finishedAt: now,
      errorCode: failure?.code ?? null,
      errorMessage: failure?.message ?? null,
      errorRemedy: failure?.remedy ?? null,
    },
  });
  return count > 0;
}
