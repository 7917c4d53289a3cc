import { formatClock, formatDate, formatShortDay, type Zone } from "#components/ui/format-time.ts";
import { findTimePreset } from "#lib/search/time-presets.ts";
import { parseTime } from "#lib/search/time-range.ts";

export const UNITS = [
  { id: "m", label: "minutes" },
  { id: "h", label: "hours" },
  { id: "d", label: "days" },
  { id: "w", label: "weeks" },
] as const;

/** `Last 24 h`, or `12 Nov 2026 14:00 – 15:30`: a span of a view in a few words. */
export function describeSpan(from: string | null, to: string | null, zone: Zone): string {
  const preset = findTimePreset(from, to);
  if (preset !== undefined) return preset.label;
  const relative = /^now-(\d+)([smhdw])$/.exec(from ?? "");
  if (relative !== null && (to === null || to === "now")) {
    return `Last ${relative[1]} ${relative[2] === "m" ? "min" : relative[2]}`;
  }
  if (from === null) return `Until ${wordOf(to, zone)}`;
  if (to === null || to === "now") return `Since ${wordOf(from, zone)}`;
  const start = instantOf(from);
  const end = instantOf(to);
  if (start === null || end === null || formatDate(start, zone) !== formatDate(end, zone))
    return `${wordOf(from, zone)} – ${wordOf(to, zone)}`;
  const clock = minuteOf(start, zone) === minuteOf(end, zone) ? formatClock : minuteOf;
  return `${formatShortDay(start, zone)} ${clock(start, zone)} – ${clock(end, zone)}`;
}

function wordOf(bound: string | null, zone: Zone): string {
  const at = instantOf(bound);
  if (at === null) return bound ?? "now";
  return `${formatShortDay(at, zone)} ${minuteOf(at, zone)}`;
}

/** The moment that a bound names, as the search reads it; null for one that moves, is open, or cannot be read. */
function instantOf(bound: string | null): number | null {
  if (bound === null || /^\s*now/.test(bound)) return null;
  const reading = parseTime(bound, 0);
  return reading.kind === "time" ? reading.at : null;
}

function minuteOf(at: number, zone: Zone): string {
  return formatClock(at, zone).slice(0, 5);
}
