import * as z from "zod";
import type { Database } from "#lib/db/database.ts";
import { type Job, type JobKind, type JobTrigger, toJob } from "#lib/db/jobs/job.ts";
import { isUniqueViolation } from "#lib/db/jobs/unique-violation.ts";
import { keptFrom } from "#lib/db/retention/kept-from.ts";
import { reopenRemoved } from "#lib/db/retention/reopen-removed.ts";
import { execute, inTransaction, rows, sql } from "#lib/db/sql/raw.ts";
import { Failure } from "#lib/server/failure.ts";

/** How often what is too old is looked for, milliseconds. */
const EVERY = 86_400_000;

type UpkeepKind = Exclude<JobKind, "sync">;

/** Asks for a job that removes. Where one waits or works already, that one is the answer. */
async function requestUpkeep(
  db: Database,
  sourceId: string,
  kind: UpkeepKind,
  trigger: JobTrigger,
): Promise<Job> {
  try {
    return toJob(await db.prisma.job.create({ data: { sourceId, kind, trigger } }));
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    const open = await db.prisma.job.findFirst({
      where: { sourceId, kind, state: { in: ["queued", "running"] } },
    });
    return open === null ? requestUpkeep(db, sourceId, kind, trigger) : toJob(open);
  }
}

/** Queues a job for every source that keeps its events for a time only and was last looked through a day ago. */
export async function scheduleRetention(db: Database, now: Date): Promise<void> {
  const before = new Date(now.getTime() - EVERY);
  const due = {
    keepDays: { not: null },
    removingAt: null,
    OR: [{ retentionAt: null }, { retentionAt: { lte: before } }],
  };
  for (const { id } of await db.prisma.source.findMany({ where: due, select: { id: true } })) {
    // Whoever moves the time is the one who queues.
    const { count } = await db.prisma.source.updateMany({
      where: { id, ...due },
      data: { retentionAt: now },
    });
    if (count > 0) await requestUpkeep(db, id, "retention", "schedule");
  }
}

const Known = z.object({ keepDays: z.int().nullable() });

/**
 * Sets for how many days a source's events are kept; null: for ever. What is too old is removed soon after. Where more
 * is kept than before, objects that were passed by or emptied are loaded again by the next run.
 * @throws Failure "conflict" where that would pull the ground from under a run; false where there is no such source
 */
export async function setRetention(
  db: Database,
  sourceId: string,
  keepDays: number | null,
  now: number,
): Promise<boolean> {
  const isThere = await inTransaction(db.pool, async (client) => {
    const [known] = await rows(
      client,
      Known,
      sql`select keep_days as "keepDays" from source where id = ${sourceId}::uuid and removing_at is null for update`,
    );
    if (known === undefined) return false;
    const [before, after] = [keptFrom(known.keepDays, now), keptFrom(keepDays, now)];
    if (before !== null && (after === null || after < before)) {
      const open = await rows(
        client,
        z.object({}),
        sql`select id from job where source_id = ${sourceId}::uuid and kind = 'sync' and state = 'running'`,
      );
      if (open.length > 0) throw isLoading();
      await reopenRemoved(client, sourceId);
    }
    await execute(
      client,
      sql`update source set keep_days = ${keepDays}::int, retention_at = ${new Date(now)} where id = ${sourceId}::uuid`,
    );
    return true;
  });
  if (isThere && keepDays !== null) await requestUpkeep(db, sourceId, "retention", "person");
  return isThere;
}

function isLoading(): Failure {
  return new Failure("conflict", "The source is loading now, by what it keeps today.", {
    remedy: "Wait until that is done, or cancel it, and keep more then.",
  });
}

/**
 * Asks for a source to be removed with all that it brought. From now on it loads nothing; the run that is on is
 * cancelled. Null where there is no such source.
 */
export async function removeSource(db: Database, sourceId: string): Promise<Job | null> {
  const { count } = await db.prisma.source.updateMany({
    where: { id: sourceId },
    data: { removingAt: new Date() },
  });
  if (count === 0) return null;
  await db.prisma.job.updateMany({
    where: { sourceId, kind: { not: "removal" }, state: { in: ["queued", "running"] } },
    data: { cancelRequested: true },
  });
  return requestUpkeep(db, sourceId, "removal", "person");
}
