/** How many events there are from a time on, in hours since 1970 UTC. */
export type Tally = { readonly start: number; readonly events: number };

/** So much of all events may lie outside. */
const MOST_OUTSIDE = 1 / 50;
/** A time that reaches so many times its own length over nothing is no longer drawn. */
const FARTHEST = 2;
const MONTH = 31 * 24;

/**
 * The places of the first and the last tally of the bulk of all events: the time around the busiest month, up to the
 * gaps behind which only a few events lie so far off that with them the bulk would be drawn within a third of the
 * width. A log can say any time, and one event of 1970 or of 2099 must not make the rest unreadable. null for no tally.
 * `tallies`: oldest first, a month or less each.
 */
export function bulkOfTimes(
  tallies: readonly Tally[],
): { readonly first: number; readonly last: number } | null {
  if (tallies.length === 0) return null;
  const all = tallies.reduce((sum, { events }) => sum + events, 0);
  const busiest = tallies.reduce((best, tally, index) => (tally.events > eventsAt(best) ? index : best), 0);
  function eventsAt(index: number): number {
    return tallies[index]?.events ?? 0;
  }
  function startAt(index: number): number {
    return tallies[index]?.start ?? Number.NaN;
  }
  let [first, last, inside] = [busiest, busiest, eventsAt(busiest)];
  while (first > 0 || last < tallies.length - 1) {
    const before = first > 0 ? startAt(first) - startAt(first - 1) : Number.POSITIVE_INFINITY;
    const after = last < tallies.length - 1 ? startAt(last + 1) - startAt(last) : Number.POSITIVE_INFINITY;
    const isFar = Math.min(before, after) > FARTHEST * (startAt(last) - startAt(first) + MONTH);
    if (isFar && all - inside <= MOST_OUTSIDE * all) break;
    if (before <= after) first -= 1;
    else last += 1;
    inside += eventsAt(before <= after ? first : last);
  }
  return { first, last };
}
