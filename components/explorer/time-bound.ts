import { fromInputValue, toInputValue, type Zone } from "#components/ui/format-time.ts";
import { isoSecond } from "#lib/base/iso-time.ts";

/** One end of a span of time as a person types it: an open end, a time of the zone in view, or a relative time. */
export type Bound =
  /** What stands in the address; null is an open end. */
  | { readonly kind: "bound"; readonly text: string | null }
  | { readonly kind: "wrong"; readonly message: string };

const WALL_CLOCK = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}(?::\d{2})?))?$/;
const RELATIVE = /^now(?:-\d{1,9}[smhdw])?(?:\/d)?$/;

/** Reads `2026-11-12 14:31` (seconds and time of day optional) in the zone, `now-7d`, or nothing for an open end. */
export function readBound(typed: string, zone: Zone): Bound {
  const text = typed.trim();
  if (text === "") return { kind: "bound", text: null };
  if (RELATIVE.test(text)) return { kind: "bound", text };
  const [, day, clock = "00:00"] = WALL_CLOCK.exec(text) ?? [];
  const at = day === undefined ? null : fromInputValue(`${day}T${clock}`, zone);
  if (at === null) return { kind: "wrong", message: "Write 2026-11-12 14:31, or now-7d." };
  return { kind: "bound", text: isoSecond(at) };
}

/** An end of the view's span: its text, and the moment that it means; null for none. */
export type End = { readonly text: string | null; readonly at: number | null };

/** The same for what stands over an end now: one that nobody changed stays as it is written, however that is. */
export function readEnd(typed: string, end: End, zone: Zone): Bound {
  const isSame = end.at !== null && typed.trim() === writeBound(end.at, zone);
  return isSame ? { kind: "bound", text: end.text } : readBound(typed, zone);
}

/** What `readBound` reads back as that second. */
export function writeBound(at: number | null, zone: Zone): string {
  return at === null ? "" : toInputValue(at, zone).replace("T", " ");
}
