import type { Database } from "#lib/db/database.ts";
import { type Job, toJob } from "#lib/db/jobs/job.ts";

/** The newest jobs, at most `limit`, of one source or of all; newest first. */
export async function listJobs(
  db: Database,
  { sourceId, limit }: { readonly sourceId?: string; readonly limit: number },
): Promise<Job[]> {
  const rows = await db.prisma.job.findMany({
    where: sourceId === undefined ? {} : { sourceId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit,
  });
  return rows.map(toJob);
}

/** The job with this id; null where there is none. */
export async function findJob(db: Database, id: string): Promise<Job | null> {
  const row = await db.prisma.job.findUnique({ where: { id } });
  return row === null ? null : toJob(row);
}

/** The job that loads a source and is queued or running; null where there is none. There is never more than one. */
export async function findOpenJob(db: Database, sourceId: string): Promise<Job | null> {
  const row = await db.prisma.job.findFirst({
    where: { sourceId, kind: "sync", state: { in: ["queued", "running"] } },
  });
  return row === null ? null : toJob(row);
}
