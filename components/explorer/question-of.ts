import { toSearch, type View } from "#lib/search/view-url.ts";
import { searchText } from "./search-text.ts";

/** What the counts beside the list are asked with, as parameters; null where the query or the time can't be read. */
export function questionOf(view: View): string | null {
  return toSearch(view, Date.now()).problems.length > 0 ? null : searchText(view);
}
