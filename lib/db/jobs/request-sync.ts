import type { Database } from "#lib/db/database.ts";
import { type Job, type JobTrigger, toJob } from "#lib/db/jobs/job.ts";
import { isUniqueViolation } from "#lib/db/jobs/unique-violation.ts";
import { beingRemoved } from "#lib/db/sources/being-removed.ts";

/**
 * Asks for a run over a source. Where one is queued or running already, that one is the answer.
 * @throws Failure "conflict" where the source is being removed
 */
export async function requestSync(
  db: Database,
  request: { readonly sourceId: string; readonly trigger: JobTrigger; readonly full?: boolean },
): Promise<Job> {
  const source = await db.prisma.source.findUnique({ where: { id: request.sourceId } });
  if (source !== null && source.removingAt !== null) throw beingRemoved(source.name);
  try {
    const row = await db.prisma.job.create({
      data: { sourceId: request.sourceId, trigger: request.trigger, full: request.full ?? false },
    });
    return toJob(row);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const row = await db.prisma.job.findFirst({
      where: { sourceId: request.sourceId, kind: "sync", state: { in: ["queued", "running"] } },
    });
    // It ended between the two statements: ask again.
    return row === null ? requestSync(db, request) : toJob(row);
  }
}

/**
 * Asks for a run that begins after this moment. One that is running already may have looked past what is new: then
 * the source is due again as soon as that run ends, and the answer is still that run.
 */
export async function requestFreshSync(
  db: Database,
  request: { readonly sourceId: string; readonly trigger: JobTrigger; readonly full?: boolean },
): Promise<Job> {
  const job = await requestSync(db, request);
  if (job.state === "running") {
    await db.prisma.source.update({ where: { id: request.sourceId }, data: { nextSyncAt: new Date() } });
  }
  return job;
}
