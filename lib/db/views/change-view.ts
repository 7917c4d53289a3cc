import type { Database } from "#lib/db/database.ts";
import type { ViewToSave } from "#lib/db/views/save-view.ts";
import { toSavedView } from "#lib/db/views/to-saved-view.ts";
import type { SavedView } from "#lib/search/saved-view.ts";

/** Changes what is given of a view; its address stays. null where there is no such view. */
export async function changeView(
  db: Database,
  id: string,
  change: Partial<ViewToSave>,
): Promise<SavedView | null> {
  const [changed] = await db.prisma.savedView.updateManyAndReturn({ where: { id }, data: change });
  return changed === undefined ? null : toSavedView(changed);
}
