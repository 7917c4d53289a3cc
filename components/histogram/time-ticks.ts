import {
  formatClock,
  formatDate,
  formatShortDay,
  fromInputValue,
  type Zone,
} from "#components/ui/format-time.ts";

/** A time worth naming on an axis. */
export type TimeTick = {
  readonly at: number;
  readonly label: string;
  /** True for the beginning of a day among hours. */
  readonly isStrong: boolean;
};

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Distances between ticks; those under a day divide one. */
const STEPS: readonly number[] = [
  SECOND,
  5 * SECOND,
  15 * SECOND,
  30 * SECOND,
  MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  ...[1, 2, 3, 5, 7, 10, 14, 30, 60, 91, 182, 365].map((days) => days * DAY),
];

/**
 * At most `most` ticks from `from` to `to` (milliseconds since 1970 UTC) at round times of the zone's clock. A day
 * that a clock change made shorter or longer keeps its hours' names.
 */
export function timeTicks(from: number, to: number, most: number, zone: Zone): readonly TimeTick[] {
  const step = STEPS.find((each) => (to - from) / each <= most) ?? (to - from) / most;
  const days = Math.max(1, Math.round(step / DAY));
  const ticks: TimeTick[] = [];
  for (let midnight = midnightOf(from, zone); midnight < to; midnight = addDays(midnight, days, zone)) {
    const next = step < DAY ? addDays(midnight, 1, zone) : midnight + 1;
    const count = Math.min(next, to) - midnight;
    const first = Math.max(0, Math.ceil((from - midnight) / step));
    for (let index = first; index * step < count; index += 1) {
      const at = midnight + index * step;
      ticks.push({ at, label: labelOf(at, step, zone, index === 0), isStrong: index === 0 && step < DAY });
    }
  }
  return ticks.filter(({ at }) => at >= from && at < to).slice(0, most + 1);
}

function labelOf(at: number, step: number, zone: Zone, isMidnight: boolean): string {
  if (isMidnight || step >= DAY) {
    const [day, month, year] = formatShortDay(at, zone).split(" ");
    return step > 60 * DAY ? `${month} ${year}` : `${day} ${month}`;
  }
  return step < MINUTE ? formatClock(at, zone) : formatClock(at, zone).slice(0, 5);
}

function midnightOf(at: number, zone: Zone): number {
  return fromInputValue(`${formatDate(at, zone)}T00:00`, zone) ?? at;
}

/** The midnight so many days on. Noon in between is on the right day, whatever the clocks did at night. */
function addDays(midnight: number, days: number, zone: Zone): number {
  return Math.max(midnight + HOUR, midnightOf(midnight + days * DAY + DAY / 2, zone));
}
