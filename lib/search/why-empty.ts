import type { NamedPlaces } from "#lib/search/named-places.ts";
import type { TimeRange } from "#lib/search/search.ts";
import type { EventCount } from "#lib/search/summary.ts";

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
  | { readonly kind: "excluded"; readonly count: EventCount; readonly syncing: boolean }
  | { readonly kind: "nothing-happened"; readonly objects: number };

/** What is known of a search that found nothing. */
export type FoundNothing = {
  readonly range: TimeRange;
  /** Of that time, as lib/db/read-coverage.ts answers it. */
  readonly coverage: {
    readonly sources: number;
    readonly syncing: boolean;
    readonly totalEvents: number;
    readonly oldestEventTime: string | null;
    readonly newestEventTime: string | null;
    readonly objectsInRange: number;
    readonly removedInRange: number;
  };
  /** How many events of that time there are without the filter; null where there is no filter. */
  readonly unfiltered: EventCount | null;
  /** Whether logs of the accounts and regions in the filter are loaded; null where it names none. */
  readonly place: (NamedPlaces & { readonly isLoaded: boolean }) | null;
};

/** The one decision that the page and the command line put into words. */
export function whyEmpty({ range, coverage, unfiltered, place }: FoundNothing): WhyEmpty {
  const { sources, syncing, oldestEventTime: oldest, newestEventTime: newest } = coverage;
  if (coverage.totalEvents === 0) return { kind: "nothing-loaded-at-all", sources, syncing };
  const isQuiet = unfiltered === null || unfiltered.count === 0;
  if (isQuiet && coverage.objectsInRange === 0 && coverage.removedInRange > 0)
    return { kind: "removed", events: coverage.removedInRange, oldest };
  if (isQuiet && (coverage.objectsInRange === 0 || isOutside(range, oldest, newest)))
    return { kind: "nothing-loaded", oldest, newest };
  if (place !== null && !place.isLoaded)
    return { kind: "place-not-loaded", place: { accounts: place.accounts, regions: place.regions } };
  if (!isQuiet) return { kind: "excluded", count: unfiltered, syncing };
  return { kind: "nothing-happened", objects: coverage.objectsInRange };
}

/**
 * Objects are counted by days, and one without a day in its key counts for every time: beyond all loaded events they
 * tell nothing.
 */
function isOutside({ from, to }: TimeRange, oldest: string | null, newest: string | null): boolean {
  const isBefore = to !== null && oldest !== null && to <= Date.parse(oldest);
  const isAfter = from !== null && newest !== null && from > Date.parse(newest);
  return isBefore || isAfter;
}
