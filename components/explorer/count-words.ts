import { plural } from "#components/ui/format-count.ts";
import type { EventCount } from "#lib/search/summary.ts";

/** `1,284 events`, or `at least 10,000 events` where not all were counted. */
export function countWords({ count, exact }: EventCount, noun = "event"): string {
  return `${exact ? "" : "at least "}${plural(count, noun)}`;
}
