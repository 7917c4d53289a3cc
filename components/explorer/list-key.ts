import { viewHref } from "#components/event/view.ts";
import type { View } from "#lib/search/view-url.ts";

/** The same for two views that show the same list, whatever stands beside it and however it is drawn. */
export function listKey(view: View): string {
  return viewHref({ ...view, event: null, columns: null, tz: "utc" });
}
