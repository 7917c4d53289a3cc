import type { Database } from "#lib/db/database.ts";

/** Asks a job to stop; what it has loaded stays. False where it has ended already, or never was. */
export async function cancelJob(db: Database, jobId: string): Promise<boolean> {
  const { count } = await db.prisma.job.updateMany({
    where: { id: jobId, state: { in: ["queued", "running"] } },
    data: { cancelRequested: true },
  });
  return count > 0;
}
