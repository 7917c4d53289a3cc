import type { Count, Coverage } from "./coverage.ts";

/**
 * Which nothing it is, so that an empty list never has to be guessed at:
 * - `nothing-loaded-at-all`: no event is loaded of any time
 * - `nothing-loaded`: none of the loaded log objects is about this time
 * - `excluded`: the filter leaves out everything that happened in this time
 * - `nothing-happened`: logs of this time are loaded and hold no event
 */
export type WhyEmpty =
  | { readonly kind: "nothing-loaded-at-all"; readonly sources: number; readonly syncing: boolean }
  | { readonly kind: "nothing-loaded"; readonly oldest: string | null; readonly newest: string | null }
  | { readonly kind: "excluded"; readonly count: Count }
  | { readonly kind: "nothing-happened"; readonly objects: number };

/** `unfiltered` counts the same time without the filter; null where there is no filter. */
export function whyEmpty(coverage: Coverage, unfiltered: Count | null): WhyEmpty {
  if (coverage.totalEvents === 0)
    return { kind: "nothing-loaded-at-all", sources: coverage.sources, syncing: coverage.syncing };
  if (unfiltered !== null && unfiltered.count > 0) return { kind: "excluded", count: unfiltered };
  if (coverage.objectsInRange === 0)
    return { kind: "nothing-loaded", oldest: coverage.oldestEventTime, newest: coverage.newestEventTime };
  return { kind: "nothing-happened", objects: coverage.objectsInRange };
}
