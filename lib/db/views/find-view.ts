import type { Database } from "#lib/db/database.ts";
import { toSavedView } from "#lib/db/views/to-saved-view.ts";
import type { SavedView } from "#lib/search/saved-view.ts";

/** The view at the short address `/s/{token}`; null where there is none. */
export async function findView(db: Database, token: string): Promise<SavedView | null> {
  if (!/^[A-Za-z0-9]{1,32}$/.test(token)) return null;
  const found = await db.prisma.savedView.findUnique({ where: { token } });
  return found === null ? null : toSavedView(found);
}
