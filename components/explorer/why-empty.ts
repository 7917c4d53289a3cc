import type { NamedPlaces } from "#lib/search/named-places.ts";
import type { Count, Coverage, PlaceCoverage } from "./coverage.ts";

/**
 * Which nothing it is, so that an empty list never has to be guessed at:
 * - `nothing-loaded-at-all`: no event is loaded of any time
 * - `nothing-loaded`: none of the loaded log objects is about this time
 * - `removed`: what was loaded of this time is older than its sources keep, and was removed
 * - `place-not-loaded`: logs of this time are loaded, but none of the accounts and regions that the filter names
 * - `excluded`: the filter leaves out everything that happened in this time
 * - `nothing-happened`: logs of this time are loaded and hold no event
 */
export type WhyEmpty =
  | { readonly kind: "nothing-loaded-at-all"; readonly sources: number; readonly syncing: boolean }
  | { readonly kind: "nothing-loaded"; readonly oldest: string | null; readonly newest: string | null }
  | { readonly kind: "removed"; readonly events: number; readonly oldest: string | null }
  | { readonly kind: "place-not-loaded"; readonly place: NamedPlaces }
  | { readonly kind: "excluded"; readonly count: Count; readonly syncing: boolean }
  | { readonly kind: "nothing-happened"; readonly objects: number };

/**
 * `unfiltered` counts the same time without the filter; null where there is no filter. `place` says whether logs of
 * the accounts and regions in the filter are loaded; null where it names none.
 */
export function whyEmpty(
  coverage: Coverage,
  unfiltered: Count | null,
  place: PlaceCoverage | null,
): WhyEmpty {
  if (coverage.totalEvents === 0)
    return { kind: "nothing-loaded-at-all", sources: coverage.sources, syncing: coverage.syncing };
  const isQuiet = unfiltered === null || unfiltered.count === 0;
  if (isQuiet && coverage.objectsInRange === 0 && coverage.removedInRange > 0)
    return { kind: "removed", events: coverage.removedInRange, oldest: coverage.oldestEventTime };
  if (isQuiet && coverage.objectsInRange === 0)
    return { kind: "nothing-loaded", oldest: coverage.oldestEventTime, newest: coverage.newestEventTime };
  if (place !== null && !place.isLoaded)
    return { kind: "place-not-loaded", place: { accounts: place.accounts, regions: place.regions } };
  if (!isQuiet) return { kind: "excluded", count: unfiltered, syncing: coverage.syncing };
  return { kind: "nothing-happened", objects: coverage.objectsInRange };
}
