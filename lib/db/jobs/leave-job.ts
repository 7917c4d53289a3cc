import type { Database } from "#lib/db/database.ts";
import type { Job } from "#lib/db/jobs/job.ts";
import { stillOwn } from "#lib/db/jobs/save-progress.ts";

/**
 * Leaves a job that broke off by itself for whoever comes next. Where the database is away it is left all the same,
 * since the lock is gone: then nothing is noted. Never throws.
 */
export async function putBack(db: Database, job: Job): Promise<void> {
  const back = { state: "queued", phase: "waiting" };
  await db.prisma.job.updateMany({ where: stillOwn(job), data: back }).catch(() => {});
}

/** Leaves a job because the process is to end: that is not the job's fault, and does not count. Never throws. */
export async function leaveJob(db: Database, job: Job): Promise<void> {
  const where = { ...stillOwn(job), tries: { gt: 0 } };
  await db.prisma.job.updateMany({ where, data: { tries: { decrement: 1 } } }).catch(() => {});
}
