import { formatCount } from "#components/ui/format-count.ts";
/**
 * Times as people read them: 24-hour, in a named zone. Pure: the instant and the zone come in, text goes out, so
 * server and browser print the same.
 */

/** A zone as IANA names it (`Europe/Berlin`), or `UTC`. */
export type Zone = string;

const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

type WallClock = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
};

const formatters = new Map<Zone, Intl.DateTimeFormat>();

function formatterOf(zone: Zone): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hourCycle: "h23",
    era: "short",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  formatters.set(zone, made);
  return made;
}

/** True for a zone that this machine's Intl knows. */
export function isZone(name: string): boolean {
  try {
    formatterOf(name);
    return true;
  } catch {
    return false; // RangeError is Intl's way to say "no such zone"; it has no other test
  }
}

/** The zone of this name if there is one, else UTC. */
export function readZone(name: string | undefined): Zone {
  return name !== undefined && isZone(name) ? name : "UTC";
}

function wallClock(at: number, zone: Zone): WallClock {
  // A page shows the time of each row three times, and mostly in UTC, which needs no rules of a zone.
  if (zone === "UTC" && at >= 0) return utcClock(new Date(at));
  const parts = new Map(
    formatterOf(zone)
      .formatToParts(at)
      .map((part) => [part.type, part.value]),
  );
  const read = (type: Intl.DateTimeFormatPartTypes) => Number(parts.get(type) ?? "0");
  return {
    year: read("year"),
    month: read("month"),
    day: read("day"),
    hour: read("hour"),
    minute: read("minute"),
    second: read("second"),
  };
}

function utcClock(at: Date): WallClock {
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
    second: at.getUTCSeconds(),
  };
}

const two = (value: number) => String(value).padStart(2, "0");
const four = (value: number) => String(value).padStart(4, "0");

/** `14:31:07` */
export function formatClock(at: number, zone: Zone): string {
  const { hour, minute, second } = wallClock(at, zone);
  return `${two(hour)}:${two(minute)}:${two(second)}`;
}

/** `2026-11-12`, the day in that zone: equal for two instants of the same day. */
export function formatDate(at: number, zone: Zone): string {
  const { year, month, day } = wallClock(at, zone);
  return `${four(year)}-${two(month)}-${two(day)}`;
}

/** `12 Nov 2026` */
export function formatShortDay(at: number, zone: Zone): string {
  const { year, month, day } = wallClock(at, zone);
  return `${day} ${MONTHS[month - 1]} ${year}`;
}

/** `Thu 12 Nov 2026` */
export function formatDay(at: number, zone: Zone): string {
  const { year, month, day } = wallClock(at, zone);
  const weekday = WEEKDAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()];
  return `${weekday} ${formatShortDay(at, zone)}`;
}

/** `2026-11-12 14:31:07 UTC`: sortable, whole, with its zone. */
export function formatInstant(at: number, zone: Zone): string {
  return `${formatDate(at, zone)} ${formatClock(at, zone)} ${zone}`;
}

/**
 * `2026-11-12T14:31`, or `2026-11-12T14:31:07` where there are seconds: an input that shows this instant in that
 * zone.
 */
export function toInputValue(at: number, zone: Zone): string {
  return `${formatDate(at, zone)}T${formatClock(at, zone).replace(/:00$/, "")}`;
}

/**
 * The instant that a wall clock of this zone shows as `2026-11-12T14:31` (seconds optional); null for anything
 * else. Of a time that the clock shows twice, the first; of one that it skips, the instant after the skip.
 */
export function fromInputValue(value: string, zone: Zone): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?$/.exec(value);
  if (match === null) return null;
  const asUtc = Date.parse(`${value.length === 16 ? `${value}:00` : value}Z`);
  // Date.parse rolls 30 February over into March.
  if (Number.isNaN(asUtc) || !new Date(asUtc).toISOString().startsWith(value)) return null;
  // The zone's distance from UTC a day before and a day after are the only two that can hold at this wall clock.
  const candidates = [asUtc - 86_400_000, asUtc + 86_400_000]
    .map((near) => asUtc - offset(near, zone))
    .sort((a, b) => a - b);
  return candidates.find((at) => at + offset(at, zone) === asUtc) ?? candidates[1] ?? null;
}

function offset(at: number, zone: Zone): number {
  const clock = wallClock(at, zone);
  const shown = Date.UTC(clock.year, clock.month - 1, clock.day, clock.hour, clock.minute, clock.second);
  return shown - Math.floor(at / 1000) * 1000;
}

const STEPS: readonly (readonly [number, string])[] = [
  [86_400_000, "d"],
  [3_600_000, "h"],
  [60_000, "min"],
];

/** `3 h ago`, `in 2 d`, `just now`: one figure, rounded down. */
export function formatAgo(at: number, now: number): string {
  const distance = Math.abs(now - at);
  const step = STEPS.find(([size]) => distance >= size);
  if (step === undefined) return "just now";
  const figure = `${formatCount(Math.floor(distance / step[0]))} ${step[1]}`;
  return at <= now ? `${figure} ago` : `in ${figure}`;
}
