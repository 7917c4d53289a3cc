import type { Histogram } from "#lib/search/summary.ts";
import { sumOf } from "./histogram-words.ts";

/**
 * How many of the oldest bars nothing was counted of: counting goes from the newest match back, and may run out of
 * time.
 */
export function uncountedBars({ exact, buckets }: Histogram): number {
  if (exact) return 0;
  const oldest = buckets.findIndex((bucket) => sumOf([bucket]).all > 0);
  return oldest < 0 ? buckets.length : oldest;
}

/**
 * What is said of bars that were not counted; of the oldest one that holds events only a part may have been. Null:
 * all were.
 */
export function sayUncounted(histogram: Histogram, first: number, last: number): string | null {
  const count = uncountedBars(histogram);
  if (last < count) return "not counted";
  return histogram.exact || first > count ? null : "in part not counted";
}
