import type { Database } from "#lib/db/database.ts";
import type { Job, JobPhase, JobProgress, JobState } from "#lib/db/jobs/job.ts";
import type { Failure } from "#lib/server/failure.ts";

/** Notes how far a job is. Answers whether somebody asked it to stop. */
export async function saveProgress(
  db: Database,
  jobId: string,
  phase: JobPhase,
  progress: JobProgress,
): Promise<{ readonly cancelRequested: boolean }> {
  const row = await db.prisma.job.update({
    where: { id: jobId },
    data: { phase, ...progress, updatedAt: new Date() },
    select: { cancelRequested: true },
  });
  return row;
}

/** Ends a job. `failure`: why it failed as a whole; single objects that failed stand in the ledger. */
export async function finishJob(
  db: Database,
  job: Job,
  state: Extract<JobState, "done" | "failed" | "cancelled">,
  progress: JobProgress,
  failure: Failure | null,
): Promise<void> {
  const now = new Date();
  await db.prisma.job.update({
    where: { id: job.id },
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
}
