import { formatClock, formatDate, formatShortDay, type Zone } from "#components/ui/format-time.ts";
import { findTimePreset } from "#lib/search/time-presets.ts";

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
  const start = Date.parse(from ?? "");
  const end = Date.parse(to ?? "");
  const sameDay =
    !Number.isNaN(start) && !Number.isNaN(end) && formatDate(start, zone) === formatDate(end, zone);
  if (sameDay && minuteOf(start, zone) === minuteOf(end, zone))
    return `${formatShortDay(start, zone)} ${formatClock(start, zone)} – ${formatClock(end, zone)}`;
  if (from === null) return `Until ${wordOf(to, zone)}`;
  if (to === null || to === "now") return `Since ${wordOf(from, zone)}`;
  return `${wordOf(from, zone)} – ${sameDay ? minuteOf(end, zone) : wordOf(to, zone)}`;
}

function wordOf(bound: string | null, zone: Zone): string {
  const at = Date.parse(bound ?? "");
  if (Number.isNaN(at)) return bound ?? "now";
  return `${formatShortDay(at, zone)} ${minuteOf(at, zone)}`;
}

function minuteOf(at: number, zone: Zone): string {
  return formatClock(at, zone).slice(0, 5);
}

/** ISO 8601 in whole seconds, UTC: the form that a link carries. */
export function toIso(at: number): string {
  return new Date(at).toISOString().replace(/\.\d{3}Z$/, "Z");
}
