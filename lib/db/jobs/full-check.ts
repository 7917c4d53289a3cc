import type { Database } from "#lib/db/database.ts";

/**
 * A sync lists what may be new: the last two days of delivery and what comes after. What appears further back (an
 * object that was restored, redelivered after an outage, copied by hand) is found by listing everything, which is
 * cheap beside loading and so happens by itself every few days.
 */
export type FullCheck = {
  /** Null: only when asked. */
  readonly everyDays: number | null;
  /** When the last that came to its end began, which is when everything was last listed; null: never. */
  readonly lastAt: Date | null;
};

const DAY = 86_400_000;

type Checked = { readonly id: string; readonly fullCheckEveryDays: number | null };

/** When the full checks of a source were. The first run lists everything, too. */
export async function readFullCheck(db: Database, source: Checked): Promise<FullCheck> {
  const loads = { sourceId: source.id, kind: "sync", state: "done" };
  const [full, first] = await Promise.all([
    db.prisma.job.findFirst({ where: { ...loads, full: true }, orderBy: { createdAt: "desc" } }),
    db.prisma.job.findFirst({ where: loads, orderBy: { createdAt: "asc" } }),
  ]);
  return { everyDays: source.fullCheckEveryDays, lastAt: (full ?? first)?.createdAt ?? null };
}

/** When the next is due, milliseconds since 1970; null: only when asked, or the first run comes first. */
export function nextFullCheck({ everyDays, lastAt }: FullCheck): number | null {
  return everyDays === null || lastAt === null ? null : lastAt.getTime() + everyDays * DAY;
}

/** True where the next sync has to list everything. One that failed or was cancelled is tried again a day later. */
export async function isFullCheckDue(db: Database, source: Checked, now: Date): Promise<boolean> {
  const due = nextFullCheck(await readFullCheck(db, source));
  if (due === null || due > now.getTime()) return false;
  const tried = await db.prisma.job.findFirst({
    where: {
      sourceId: source.id,
      kind: "sync",
      full: true,
      createdAt: { gt: new Date(now.getTime() - DAY) },
    },
  });
  return tried === null;
}
