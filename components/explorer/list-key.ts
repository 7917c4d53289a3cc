import { viewHref } from "#components/event/view.ts";
import { parseView, type View } from "#lib/search/view-url.ts";

/** The same for two views that show the same list, whatever stands beside it and however it is drawn. */
export function listKey(view: View): string {
  return viewHref({ ...view, event: null, columns: null, tz: "utc" });
}

/** The view of the list that has this key, drawn as the given one is: what the ways on from that list are made of. */
export function viewOfList(key: string, { event, columns, tz }: View): View {
  const query = key.slice(key.indexOf("?") + 1);
  // The clock matters to the meaning of relative times only, which stay text in a view.
  return { ...parseView(new URLSearchParams(key === query ? "" : query), 0).view, event, columns, tz };
}
