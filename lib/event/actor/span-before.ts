const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * Where the last so many days of a span begin, which ends with a whole hour at `to`: with the hour that holds the
 * moment so long before the last that is known, so that they hold all that `now-30d` holds, and add up to as much
 * wherever they are shown. `lastEvent`: the newest of all that is loaded. Milliseconds since 1970.
 */
export function spanBefore(days: number, { to, lastEvent }: { to: number; lastEvent: number }): number {
  const end = Math.min(to, Math.floor(lastEvent / 1000 + 1) * 1000);
  return Math.floor((end - days * DAY) / HOUR) * HOUR;
}
