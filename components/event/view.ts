import { isZone, type Zone } from "#components/ui/format-time.ts";
import { withTz } from "#components/ui/with-tz.ts";
import { addCondition, asPart, queryFor } from "#lib/search/edit-query.ts";
import { formatView, type View } from "#lib/search/view-url.ts";

/** Addresses made from a view, and the zone that it is shown in. */

/** The address of the explorer in this view. */
export function viewHref(view: View): string {
  const text = formatView(view);
  return text === "" ? "/events" : `/events?${text}`;
}

/** The view with a value added to its query, or excluded, on its first page. */
export function withCondition(view: View, field: string, value: string, exclude: boolean): View {
  return { ...view, q: addCondition(view.q, field, value, { exclude }), cursor: null };
}

/** The zone that a view's `tz` means in a browser of this local zone. */
export function zoneOf(tz: string, local: Zone): Zone {
  if (tz === "utc") return "UTC";
  const zone = tz === "local" ? local : tz;
  return isZone(zone) ? zone : "UTC";
}

/** What the values of a page need to be links, and times to be shown. */
export type Links = {
  readonly zone: Zone;
  /** The view narrowed by one more value. */
  readonly narrow: (field: string, value: string) => string;
  /** The view with the panel open on an event. */
  readonly open: (eventId: string) => string;
  /** The address of a page other than the explorer, in the zone of the view. */
  readonly page: (href: string) => string;
};

/**
 * The links of a view. For the thousand values of a page: the query is read once, and each value's condition is
 * written once. `withCondition` does more (groups, opposites) at many times the cost.
 */
export function linksOf(view: View, zone: Zone): Links {
  const base = { ...view, cursor: null };
  const before = asPart(view.q);
  const known = new Map<string, string>();
  const narrow = (field: string, value: string) => {
    const key = `${field} ${value}`;
    const made = known.get(key) ?? viewHref({ ...base, q: `${before} ${queryFor(field, value)}`.trim() });
    known.set(key, made);
    return made;
  };
  return {
    zone,
    narrow,
    open: (eventId) => viewHref({ ...view, event: eventId }),
    page: (href) => withTz(href, view.tz),
  };
}
