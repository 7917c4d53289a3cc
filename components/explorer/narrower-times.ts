import { viewHref } from "#components/event/view.ts";
import { isoSecond } from "#lib/base/iso-time.ts";
import type { TimeRange } from "#lib/search/search.ts";
import type { View } from "#lib/search/view-url.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const STEPS = [
  { id: "90d", span: 90 * DAY, words: "90 d" },
  { id: "30d", span: 30 * DAY, words: "30 d" },
  { id: "7d", span: 7 * DAY, words: "7 d" },
  { id: "24h", span: DAY, words: "24 h" },
  { id: "3h", span: 3 * HOUR, words: "3 h" },
  { id: "1h", span: HOUR, words: "1 h" },
  { id: "15m", span: HOUR / 4, words: "15 min" },
] as const;

const MOST = 3;

export type NarrowerTime = { readonly label: string; readonly href: string };

/**
 * Shorter times to try where a search took too long: the end of the time that was asked for, at most half of it. A
 * time that ends now stays one that ends now. `now`: milliseconds since 1970.
 */
export function narrowerTimes(view: View, range: TimeRange, now: number): readonly NarrowerTime[] {
  const end = range.to ?? now;
  const endsNow = range.to === null || view.to === "now";
  const whole = range.from === null ? Number.POSITIVE_INFINITY : end - range.from;
  return STEPS.filter(({ span }) => span * 2 <= whole)
    .slice(0, MOST)
    .map(({ id, span, words }) => {
      const time = endsNow
        ? { from: `now-${id}`, to: null }
        : { from: isoSecond(end - span), to: isoSecond(end) };
      const label = endsNow ? `Last ${words}` : `Its last ${words}`;
      return { label, href: viewHref({ ...view, ...time, cursor: null, event: null }) };
    });
}
