import { isoSecond } from "#lib/base/iso-time.ts";
import type { CoverageGap } from "#lib/search/coverage-gap.ts";
import type { Histogram } from "#lib/search/summary.ts";
import { parseTimeRange } from "#lib/search/time-range.ts";
import type { View } from "#lib/search/view-url.ts";
import { spanOf } from "./histogram-words.ts";

const SECOND = 1000;
/** CloudTrail began in November 2013. */
const BEGINNING = Date.UTC(2013, 0, 1);

/**
 * The view of what these bars cover. The first and the last bar can stick out of the view's own time, which is
 * kept to. `now`: milliseconds since 1970.
 */
export function zoomed(view: View, histogram: Histogram, first: number, last: number, now: number): View {
  const { from, to } = spanOf(histogram, first, last);
  const { range } = parseTimeRange(view.from, view.to, now);
  return withSpan(view, Math.max(from, range.from ?? from), Math.min(to, range.to ?? to));
}

/** The view of twice the time around the same middle, not beyond now. */
export function widened(view: View, histogram: Histogram, now: number): View {
  const whole = spanOf(histogram, 0, histogram.buckets.length - 1);
  const { range } = parseTimeRange(view.from, view.to, now);
  const from = range.from ?? whole.from;
  const to = range.to ?? (range.from === null ? Math.min(now, whole.to) : now);
  const half = Math.max(SECOND, (to - from) / 2);
  const end = Math.min(now, to + half);
  return withSpan(view, Math.max(BEGINNING, end - 4 * half), Math.max(end, to));
}

/** The view of a gap and of the time before and after it: twice its length in all, not beyond now. */
export function around(view: View, gap: CoverageGap, now: number): View {
  const [from, to] = [Date.parse(gap.from), Date.parse(gap.to)];
  const margin = (to - from) / 2;
  return withSpan(view, from - margin, Math.min(now, to + margin));
}

/** Whole seconds, since an address has no finer ones and an event neither. */
function withSpan(view: View, from: number, to: number): View {
  const start = Math.floor(from / SECOND) * SECOND;
  const end = Math.max(start + SECOND, Math.ceil(to / SECOND) * SECOND);
  return { ...view, from: isoSecond(start), to: isoSecond(end), cursor: null };
}
