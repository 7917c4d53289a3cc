import { isoDay } from "#lib/base/iso-time.ts";
import type { TimeRange } from "#lib/search/search.ts";

const DAY = 86_400_000;

/** The first day of delivery, as PostgreSQL writes it, whose log objects can tell of this range. */
export function firstDayOf({ from }: TimeRange): string {
  return from === null ? "-infinity" : isoDay(from);
}

/** The last one. An object delivered shortly after midnight tells of the day before: one day more counts at the end. */
export function lastDayOf({ to }: TimeRange): string {
  return to === null || to >= LAST_DAY ? "infinity" : isoDay(to + DAY);
}

/** PostgreSQL cannot read how JavaScript writes what is after it. */
const LAST_DAY = Date.UTC(9999, 11, 31);
