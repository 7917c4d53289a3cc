import { isoSecond } from "#lib/base/iso-time.ts";
import { memberOf } from "#lib/cloudtrail/json-value.ts";

const ISO = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.\d{1,9})?(?:Z|([+-])(\d\d):?(\d\d))$/;
/** `YYYY-MM-DDTHH:MM:SSZ`; no other readable text with a Z is as long. */
const PLAIN_LENGTH = 20;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
/** Numbers from here on are milliseconds: as seconds this lies in the year 5138. */
const FIRST_MILLISECONDS = 1e11;
/** The last second of the year 9999. */
const LAST_SECOND = 253_402_300_799;

/** The value that says when: `eventTime`, or for aggregated records the end of their window. */
export function eventTimeValue(record: object): unknown {
  return memberOf(record, "eventTime") ?? memberOf(memberOf(record, "timeWindow"), "windowEnd");
}

/**
 * Whole seconds since 1970 UTC, cut down, or null where the value is no time between 1970 and 9999. Reads ISO
 * 8601 with `Z` or an offset and numbers (seconds, or milliseconds), never a local time.
 */
export function readEventTime(value: unknown): number | null {
  if (typeof value === "string") return readPlainTime(value) ?? readIsoTime(value);
  if (typeof value !== "number") return null;
  return inRange(Math.floor(value >= FIRST_MILLISECONDS ? value / 1000 : value));
}

/** `2026-11-12T14:31:07Z` of a value that `readEventTime` has read as `seconds`: as it came where it came so. */
export function formatEventTime(value: unknown, seconds: number): string {
  if (typeof value === "string" && value.length === PLAIN_LENGTH && value.endsWith("Z")) return value;
  return isoSecond(seconds * 1000);
}

/**
 * The one shape that AWS delivers, `YYYY-MM-DDTHH:MM:SSZ`, without a regular expression: this runs for every record.
 */
function readPlainTime(text: string): number | null {
  if (text.length !== PLAIN_LENGTH || text.charCodeAt(19) !== 0x5a || text.charCodeAt(10) !== 0x54)
    return null;
  if (text.charCodeAt(4) !== 0x2d || text.charCodeAt(7) !== 0x2d) return null;
  if (text.charCodeAt(13) !== 0x3a || text.charCodeAt(16) !== 0x3a) return null;
  const year = digits(text, 0) * 100 + digits(text, 2);
  return secondsOf(
    year,
    digits(text, 5),
    digits(text, 8),
    digits(text, 11),
    digits(text, 14),
    digits(text, 17),
  );
}

/** Two decimal digits, NaN for anything else. */
function digits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 0x30;
  const ones = text.charCodeAt(at + 1) - 0x30;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

function readIsoTime(text: string): number | null {
  const parts = ISO.exec(text);
  if (parts === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.slice(1, 7).map(Number);
  const local = secondsOf(year, month, day, hour, minute, second);
  const [offsetHours, offsetMinutes] = [Number(parts[8] ?? 0), Number(parts[9] ?? 0)];
  if (local === null || offsetHours > 23 || offsetMinutes > 59) return null;
  const offset = offsetHours * 3600 + offsetMinutes * 60;
  return inRange(parts[7] === "-" ? local + offset : local - offset);
}

function secondsOf(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
): number | null {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 && isLeap ? 29 : (DAYS[month - 1] ?? 0);
  const isTime = day >= 1 && day <= days && hour <= 23 && minute <= 59 && second <= 59;
  return isTime ? inRange(Date.UTC(year, month - 1, day, hour, minute, second) / 1000) : null;
}

function inRange(seconds: number): number | null {
  return seconds >= 0 && seconds <= LAST_SECOND ? seconds : null;
}
