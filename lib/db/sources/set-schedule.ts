import type { Database } from "#lib/db/database.ts";

/** Sets how often a source is synced, in minutes; null: only when asked. False where there is no such source. */
export async function setSchedule(
  db: Database,
  sourceId: string,
  syncEveryMinutes: number | null,
): Promise<boolean> {
  const nextSyncAt = syncEveryMinutes === null ? null : new Date(Date.now() + syncEveryMinutes * 60_000);
  const { count } = await db.prisma.source.updateMany({
    where: { id: sourceId },
    data: { syncEveryMinutes, nextSyncAt },
  });
  return count > 0;
}

/**
 * Sets after how many days a scheduled sync is a full check; null: never by itself. False where there is no such
 * source.
 */
export async function setFullCheck(
  db: Database,
  sourceId: string,
  fullCheckEveryDays: number | null,
): Promise<boolean> {
  const { count } = await db.prisma.source.updateMany({
    where: { id: sourceId },
    data: { fullCheckEveryDays },
  });
  return count > 0;
}
