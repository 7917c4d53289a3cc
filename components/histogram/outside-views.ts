import { isoSecond } from "#lib/base/iso-time.ts";
import type { Histogram } from "#lib/search/summary.ts";
import type { View } from "#lib/search/view-url.ts";
import { spanOf } from "./histogram-words.ts";

/** The views of what lies before the first bar and after the last; null where nothing does. */
export function outsideViews(
  view: View,
  histogram: Histogram,
): { readonly before: View | null; readonly after: View | null } {
  const { buckets, outside } = histogram;
  if (buckets.length === 0) return { before: null, after: null };
  const { from, to } = spanOf(histogram, 0, buckets.length - 1);
  return {
    before: outside.before === 0 ? null : { ...view, to: isoSecond(from), cursor: null },
    after: outside.after === 0 ? null : { ...view, from: isoSecond(to), cursor: null },
  };
}
