import { viewHref } from "#components/event/view.ts";
import { formatDay } from "#components/ui/format-time.ts";
import { isoTime } from "#lib/base/iso-time.ts";
import type { CoverageGap } from "#lib/search/coverage-gap.ts";
import type { HistogramBucket } from "#lib/search/summary.ts";
import { DEFAULT_VIEW } from "#lib/search/view-url.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const DAYS = 7;

/** A day of UTC: its hours as bars of what was read, changed and refused, and the view of its events. */
export type WeekDay = {
  /** `Thu 12` */
  readonly label: string;
  readonly month: string;
  readonly href: string;
  readonly hours: readonly (readonly [read: number, write: number, error: number])[];
  readonly events: number;
  /** False where nothing of it was loaded: no event then says nothing. */
  readonly isLoaded: boolean;
};

/** The seven days that end with that of `newest`, milliseconds since 1970. */
export function weekUntil(newest: number): { readonly from: number; readonly to: number } {
  const to = Math.floor(newest / DAY) * DAY + DAY;
  return { from: to - DAYS * DAY, to };
}

/** The days of a week that begins at `from`, by the hours' counts and by what is known to be missing. */
export function weekDays(
  from: number,
  hours: readonly HistogramBucket[],
  gaps: readonly CoverageGap[],
): readonly WeekDay[] {
  const counts = new Map(
    hours.map(({ start, read, write, error }) => [Date.parse(start), [read, write, error] as const]),
  );
  return Array.from({ length: DAYS }, (_, place) => {
    const begin = from + place * DAY;
    const bars = Array.from(
      { length: 24 },
      (_, hour) => counts.get(begin + hour * HOUR) ?? ([0, 0, 0] as const),
    );
    const events = bars.flat().reduce((sum, count) => sum + count, 0);
    return {
      ...namesOf(begin),
      href: viewHref({ ...DEFAULT_VIEW, from: isoTime(begin), to: isoTime(begin + DAY) }),
      hours: bars,
      events,
      isLoaded: events > 0 || !gaps.some((gap) => isWithin(begin, begin + DAY, gap)),
    };
  });
}

function isWithin(begin: number, end: number, { from, to, isWhole }: CoverageGap): boolean {
  return isWhole && Date.parse(from) <= begin && Date.parse(to) >= end;
}

function namesOf(at: number): { readonly label: string; readonly month: string } {
  const [weekday = "", day = "", month = ""] = formatDay(at, "UTC").split(" ");
  return { label: `${weekday} ${day}`, month };
}
