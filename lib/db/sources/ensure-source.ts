import type { Database } from "#lib/db/database.ts";
import { type Source, type SourceSettings, toSource } from "#lib/db/sources/source.ts";

export type NewSource = {
  readonly name: string;
  readonly settings: SourceSettings;
  /** Minutes between syncs; null: only when asked. */
  readonly syncEveryMinutes: number | null;
};

/** The source of this name with these settings: made where it is missing, changed where it differs. */
export async function ensureSource(db: Database, source: NewSource): Promise<Source> {
  const changing = {
    kind: source.settings.kind,
    settings: source.settings,
    syncEveryMinutes: source.syncEveryMinutes,
    nextSyncAt:
      source.syncEveryMinutes === null ? null : new Date(Date.now() + source.syncEveryMinutes * 60_000),
  };
  const row = await db.prisma.source.upsert({
    where: { name: source.name },
    create: { name: source.name, ...changing },
    update: changing,
  });
  return toSource(row);
}
