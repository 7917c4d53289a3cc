import type { Database } from "#lib/db/database.ts";

/** Forgets a view and its address. False where there was none. */
export async function deleteView(db: Database, id: string): Promise<boolean> {
  const { count } = await db.prisma.savedView.deleteMany({ where: { id } });
  return count > 0;
}
