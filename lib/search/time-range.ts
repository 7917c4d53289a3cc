import type { Problem, TimeRange } from "#lib/search/search.ts";

/**
 * Times as people and scripts write them. Relative times stay text in URLs and saved views; they become a
 * number here, once a request, from the `now` that is passed in.
 */
export type TimeReading =
  /** Milliseconds since 1970 UTC. */
  { readonly kind: "time"; readonly at: number } | { readonly kind: "wrong"; readonly message: string };

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const UNITS: Readonly<Record<string, number>> = {
  s: 1_000,
  m: MINUTE,
  h: 60 * MINUTE,
  d: DAY,
  w: 7 * DAY,
};

/** Later ones could not be written as they are read: their year has five digits. */
const LAST_MOMENT = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

const RELATIVE = /^now(?:-(\d{1,9})([smhdw]))?(\/d)?$/;
const DATE = String.raw`(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})`;
const CLOCK = String.raw`(?<hour>\d{2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?`;
const ZONE = String.raw`(?<zone>[Zz]|[+-]\d{2}(?::?\d{2})?)?`;
const ISO = new RegExp(`^${DATE}(?:[Tt ]${CLOCK}${ZONE})?$`);

/**
 * Reads an ISO 8601 date (its midnight) or date-time, UTC where it names no offset; or a relative time: `now`,
 * `now-30m` (units s m h d w), `now/d` (the start of the day, UTC), `now-1d/d`. `now` is in milliseconds since 1970.
 */
export function parseTime(text: string, now: number): TimeReading {
  const trimmed = text.trim();
  const relative = RELATIVE.exec(trimmed);
  if (relative !== null) return readRelative(relative, trimmed, now);
  const iso = ISO.exec(trimmed);
  if (iso !== null) return readIso(iso.groups ?? {}, trimmed);
  return wrong(`${trimmed} is not a time. Write 2026-11-12, 2026-11-12T14:31:07Z or now-7d.`);
}

/** The span from `from` to `to`, each null or absent text for an open end. A bound that cannot be read is left open. */
export function parseTimeRange(
  from: string | null,
  to: string | null,
  now: number,
): { readonly range: TimeRange; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const read = (parameter: string, text: string | null): number | null => {
    if (text === null || text.trim() === "") return null;
    const reading = parseTime(text, now);
    if (reading.kind === "time") return reading.at;
    problems.push({ parameter, message: reading.message, position: null });
    return null;
  };
  const range = { from: read("from", from), to: read("to", to) };
  if (range.from !== null && range.to !== null && range.to <= range.from) {
    const message =
      range.to === range.from
        ? "from and to are the same moment. Events at to itself are not included."
        : "to is before from.";
    problems.push({ parameter: "to", message, position: null });
  }
  return { range, problems };
}

function readRelative(
  [, amount = "0", unit = "s", day]: RegExpExecArray,
  text: string,
  now: number,
): TimeReading {
  const at = now - Number(amount) * (UNITS[unit] ?? 0);
  if (at < 0) return wrong(`${text} reaches back before 1970.`);
  return { kind: "time", at: day === undefined ? at : at - (at % DAY) };
}

function readIso(groups: Readonly<Record<string, string | undefined>>, text: string): TimeReading {
  const part = (name: string) => Number(groups[name] ?? "0");
  const fields = [
    part("year"),
    part("month"),
    part("day"),
    part("hour"),
    part("minute"),
    part("second"),
  ] as const;
  const [year, month, day, hour, minute, second] = fields;
  const milliseconds = Number((groups["fraction"] ?? "").slice(0, 3).padEnd(3, "0"));
  const at = Date.UTC(year, month - 1, day, hour, minute, second, milliseconds);
  const date = new Date(at);
  // Date.UTC rolls 30 February over into March: what does not come back as written does not exist.
  const isDate =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  const isClock = hour < 24 && minute < 60 && second < 60;
  const offset = readOffset(groups["zone"] ?? "Z");
  if (!isDate || !isClock || offset === null)
    return wrong(`${text} is a date or a time that does not exist.`);
  if (at - offset > LAST_MOMENT) return wrong(`${text} is after the year 9999 in UTC.`);
  return { kind: "time", at: at - offset };
}

/** Milliseconds that the zone is ahead of UTC; null where no zone can be: more than 18 hours, or 60 minutes. */
function readOffset(zone: string): number | null {
  if (zone === "Z" || zone === "z") return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(3).replace(":", "") || "0");
  if (hours > 18 || minutes > 59) return null;
  const ahead = (hours * 60 + minutes) * MINUTE;
  return zone.startsWith("-") ? -ahead : ahead;
}

function wrong(message: string): TimeReading {
  return { kind: "wrong", message };
}
