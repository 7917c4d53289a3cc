/** How many events can be compared at once. */
export const MOST_COMPARED = 5;

/** The address that compares events, in this order. `tz`: as in a view; null and `utc` are left out. */
export function compareHref(ids: readonly string[], tz: string | null = null): string {
  const parameters = ids.map((id) => `id=${encodeURIComponent(id)}`);
  if (tz !== null && tz !== "utc") parameters.push(`tz=${encodeURIComponent(tz)}`);
  return parameters.length === 0 ? "/events/compare" : `/events/compare?${parameters.join("&")}`;
}
