import type { Database } from "#lib/db/database.ts";
import { toSavedView } from "#lib/db/views/to-saved-view.ts";
import type { SavedView } from "#lib/search/saved-view.ts";

/** More than a team can keep in mind. */
const MOST_VIEWS = 1_000;

/** The saved views by name, at most 1,000. */
export async function listViews(db: Database, limit = MOST_VIEWS): Promise<readonly SavedView[]> {
  const found = await db.prisma.savedView.findMany({
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: limit,
  });
  return found.map(toSavedView);
}
