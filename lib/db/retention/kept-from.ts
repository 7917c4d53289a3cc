import { monthBounds, monthOf } from "#lib/db/write/partitions.ts";

/**
 * Events are kept for so many days at least, and are removed a whole month at a time once the last of the month is
 * older than that: then forgetting is dropping tables, which frees the disk at once, and an event stays at most 31
 * days longer than asked. Pure: the same days and moment give the same answer.
 */

const DAY = 86_400_000;

/** The most days that can be asked for: a hundred years. */
export const MOST_DAYS = 36_500;

/** The first moment that is kept, the beginning of a month, milliseconds since 1970 UTC; null: everything is kept. */
export function keptFrom(keepDays: number | null, now: number): number | null {
  if (keepDays === null) return null;
  return monthBounds(monthOf(Math.floor((now - keepDays * DAY) / 1000))).from;
}

/** True where all of a month (as monthOf names it) is older than what is kept. */
export function isExpired(month: string, keepDays: number | null, now: number): boolean {
  const from = keptFrom(keepDays, now);
  const { to } = monthBounds(month);
  return from !== null && to !== null && to <= from;
}
