/**
 * The stretches of time that LookupEvents is read by. Each is one object of the source and bears a key in the layout
 * of CloudTrail's own objects, so that days, watermarks and coverage work as they do for a bucket:
 *
 *   {account}/CloudTrail/{region}/YYYY/MM/DD/day.json.gz      a whole day, if one page holds it
 *                                           /T14.json.gz      an hour of a busier day
 *                                           /T1405.json.gz    five minutes of the last hours of such a day
 *
 * Events come late ("typically within an average of about 5 minutes" of the call, CloudTrail user guide), and
 * LookupEvents promises no order of arrival. So a window changes its etag, and is read again, as long as it is young:
 * at every run until it has been over for half an hour, and once more when its day has been over for a day.
 */
export type LookupWindow = {
  readonly key: string;
  /** Milliseconds since 1970 UTC; the last second is included. */
  readonly from: number;
  readonly to: number;
};

const SECOND = 1_000;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How far back LookupEvents reaches: "the last 90 days" (API reference). */
export const REACH = 90 * DAY;
const SHORT = 5 * MINUTE;
/** Hours that ended less than this ago are read in short windows, so that little of them is read again and again. */
const RECENT = HOUR;
const SETTLED_AFTER = 30 * MINUTE;
/** What leaves the reach this soon is not begun: the reach moves on while we read. */
const MARGIN = 15 * MINUTE;
const FINAL_AFTER = DAY;

/** Where a region's windows lie. */
export function regionPrefix(account: string, region: string): string {
  return `${account}/CloudTrail/${region}/`;
}

/** The starts of the days to read, oldest first: within the reach, and within `from` and `to` (`YYYY-MM-DD`). */
export function daysToRead(
  { from, to }: { readonly from: string | null; readonly to: string | null },
  now: number,
): readonly number[] {
  const today = startOfDay(now);
  const first = Math.max(startOfDay(now - REACH), from === null ? 0 : Date.parse(from));
  const last = Math.min(today, to === null ? today : Date.parse(to));
  const days = Math.floor((last - first) / DAY) + 1;
  return Array.from({ length: Math.max(0, days) }, (_, index) => first + index * DAY);
}

export function dayWindow(prefix: string, day: number): LookupWindow {
  return windowOf(prefix, day, DAY, "day");
}

/** The parts of a day that one page does not hold, oldest first, as far as they have begun. */
export function partsOf(prefix: string, day: number, now: number): readonly LookupWindow[] {
  return Array.from({ length: 24 }, (_, hour) => day + hour * HOUR)
    .filter((start) => start <= now)
    .flatMap((start) =>
      now < start + HOUR + RECENT
        ? Array.from({ length: HOUR / SHORT }, (_, index) => start + index * SHORT)
            .filter((at) => at <= now)
            .map((at) => windowOf(prefix, at, SHORT, `T${clock(at)}`))
        : [windowOf(prefix, start, HOUR, `T${clock(start).slice(0, 2)}`)],
    );
}

/** The window of a key; null where it is none. */
export function windowOfKey(key: string): LookupWindow | null {
  const parts = /^(.*\/)(\d{4})\/(\d{2})\/(\d{2})\/(?:day|T(\d{2})(\d{2})?)\.json\.gz$/.exec(key);
  if (parts === null) return null;
  const [, , year, month, date, hour, minute] = parts;
  const day = Date.parse(`${year}-${month}-${date}T00:00:00Z`);
  if (Number.isNaN(day)) return null;
  const from = day + Number(hour ?? 0) * HOUR + Number(minute ?? 0) * MINUTE;
  const length = hour === undefined ? DAY : minute === undefined ? HOUR : SHORT;
  return { key, from, to: from + length - SECOND };
}

/** False for what is, or very soon will be, too long ago to be looked up. */
export function isWithinReach({ to }: LookupWindow, now: number): boolean {
  return to >= now - REACH + MARGIN;
}

/** How settled a window is: another word as long as it may still grow. */
export function ageOf({ from, to }: LookupWindow, now: number): string {
  if (now < to + SETTLED_AFTER) return `read ${new Date(now).toISOString()}`;
  return now < startOfDay(from) + DAY + FINAL_AFTER ? "settled" : "final";
}

function windowOf(prefix: string, from: number, length: number, name: string): LookupWindow {
  const day = new Date(from).toISOString().slice(0, 10).replaceAll("-", "/");
  return { key: `${prefix}${day}/${name}.json.gz`, from, to: from + length - SECOND };
}

function clock(time: number): string {
  return new Date(time).toISOString().slice(11, 16).replace(":", "");
}

function startOfDay(time: number): number {
  return Math.floor(time / DAY) * DAY;
}
