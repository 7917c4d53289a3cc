/** Time in the sample trail: UTC, milliseconds since 1970, cut into the 5-minute slots in which logs are delivered. */

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const SLOT = 5 * MINUTE;

/** The slot that a moment lies in, counted from 1970. */
export function slotOf(time: number): number {
  return Math.floor(time / SLOT);
}

/** The UTC midnight at or before a moment. */
export function midnight(time: number): number {
  return Math.floor(time / DAY) * DAY;
}

const PAIRS: readonly string[] = Array.from({ length: 60 }, (_, value) => String(value).padStart(2, "0"));
let lastDay = Number.NaN;
let lastDayText = "";

/** `2026-11-12T14:31:07Z`. Keeps the last day's text, since it is asked for many times in a row. */
export function isoTime(time: number): string {
  const day = Math.floor(time / DAY);
  if (day !== lastDay) {
    lastDayText = new Date(day * DAY).toISOString().slice(0, 11);
    lastDay = day;
  }
  const second = Math.floor((time - day * DAY) / SECOND);
  const minute = Math.floor(second / 60);
  return `${lastDayText}${PAIRS[Math.floor(minute / 60)]}:${PAIRS[minute % 60]}:${PAIRS[second % 60]}Z`;
}

/** `Nov 12, 2026, 2:31:07 PM`, as STS and IAM print times in their answers. */
export function proseTime(time: number): string {
  const date = new Date(time);
  const month = "JanFebMarAprMayJunJulAugSepOctNovDec".slice(
    date.getUTCMonth() * 3,
    date.getUTCMonth() * 3 + 3,
  );
  const pad = (value: number) => String(value).padStart(2, "0");
  const hour = date.getUTCHours();
  const clock = `${hour % 12 || 12}:${pad(date.getUTCMinutes())}:${pad(date.getUTCSeconds())} ${hour < 12 ? "AM" : "PM"}`;
  return `${month} ${date.getUTCDate()}, ${date.getUTCFullYear()}, ${clock}`;
}

/** `2026/11/12`, the folders of a day. */
export function dayFolder(time: number): string {
  return isoTime(time).slice(0, 10).replaceAll("-", "/");
}

/** `20261112T1435Z`, as in the name of a log object. */
export function compactTime(time: number): string {
  const iso = isoTime(time);
  return `${iso.slice(0, 4)}${iso.slice(5, 7)}${iso.slice(8, 13)}${iso.slice(14, 16)}Z`;
}

/** True from Monday to Friday. */
export function isWeekday(time: number): boolean {
  const day = new Date(time).getUTCDay();
  return day >= 1 && day <= 5;
}

/**
 * How much of a working population is at work, 0 to 1: a day from about 07:00 to 18:00 UTC with a dip at noon,
 * a little in the evening, a tenth at weekends.
 */
export function atWork(time: number): number {
  const hour = (time % DAY) / HOUR;
  const morning = Math.exp(-(((hour - 9.5) / 1.8) ** 2));
  const afternoon = Math.exp(-(((hour - 14.5) / 2.4) ** 2));
  const evening = 0.12 * Math.exp(-(((hour - 20.5) / 2) ** 2));
  const share = Math.min(1, morning + afternoon) + evening;
  return isWeekday(time) ? share : share * 0.1;
}
