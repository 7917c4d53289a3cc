import type { Database } from "#lib/db/database.ts";
import { isFullCheckDue } from "#lib/db/jobs/full-check.ts";
import { requestSync } from "#lib/db/jobs/request-sync.ts";

/**
 * Queues a job for every source whose time has come, and sets its next time. A source that is being worked on
 * stays due until that has ended. From time to time the job is a full check. Safe to call from several workers.
 */
export async function scheduleDue(db: Database, now: Date): Promise<number> {
  const due = await db.prisma.source.findMany({
    where: {
      nextSyncAt: { lte: now },
      removingAt: null,
      jobs: { none: { kind: "sync", state: { in: ["queued", "running"] } } },
    },
  });
  for (const source of due) {
    const minutes = source.syncEveryMinutes;
    const next = minutes === null ? null : new Date(now.getTime() + minutes * 60_000);
    // Whoever moves the time is the one who queues.
    const { count } = await db.prisma.source.updateMany({
      where: { id: source.id, nextSyncAt: source.nextSyncAt },
      data: { nextSyncAt: next },
    });
    if (count === 0) continue;
    const full = await isFullCheckDue(db, source, now);
    await requestSync(db, { sourceId: source.id, trigger: "schedule", full });
  }
  return due.length;
}
