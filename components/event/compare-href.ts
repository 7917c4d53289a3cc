import { withTz } from "#components/ui/with-tz.ts";

/** How many events can be compared at once. */
export const MOST_COMPARED = 5;

/** The address that compares events, in this order. `tz`: as in a view. */
export function compareHref(ids: readonly string[], tz: string): string {
  const parameters = ids.map((id) => `id=${encodeURIComponent(id)}`);
  const href = parameters.length === 0 ? "/events/compare" : `/events/compare?${parameters.join("&")}`;
  return withTz(href, tz);
}
