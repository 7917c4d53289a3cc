import type { Database } from "#lib/db/database.ts";
import { type Source, toSource } from "#lib/db/sources/source.ts";

/** The source with this id; null where there is none. */
export async function findSource(db: Database, id: string): Promise<Source | null> {
  const row = await db.prisma.source.findUnique({ where: { id } });
  return row === null ? null : toSource(row);
}

/** The source of this name; null where there is none. */
export async function findSourceByName(db: Database, name: string): Promise<Source | null> {
  const row = await db.prisma.source.findUnique({ where: { name } });
  return row === null ? null : toSource(row);
}
