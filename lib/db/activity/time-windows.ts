import { monthOf } from "#lib/db/write/partitions.ts";
import type { TimeRange } from "#lib/search/search.ts";

/** A day and how many events it has; `start` in hours since 1970 UTC. */
export type DayCount = { readonly start: number; readonly events: number };

/** A span to be read at one go, milliseconds since 1970 UTC, and how many events to expect in it. */
export type Window = { readonly from: number; readonly to: number; readonly events: number };

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const FIRST = 4_000;
const LARGEST = 32_000;

/**
 * Cuts days (newest first) into windows (newest first) within the range, none across two partitions. They begin
 * small, so that a first answer is soon there, and grow; a busy day is cut into even pieces.
 */
export function* timeWindows(days: Iterable<DayCount>, range: TimeRange): Generator<Window> {
  let size = FIRST;
  let open: Window | null = null;
  for (const { start, events } of days) {
    const day = clip({ from: start * HOUR, to: start * HOUR + DAY, events }, range);
    if (day === null) continue;
    if (open !== null && (open.events + events > size || partitionOf(open) !== partitionOf(day))) {
      yield open;
      size = Math.min(size * 2, LARGEST);
      open = null;
    }
    if (open !== null) open = { from: day.from, to: open.to, events: open.events + events };
    else if (events <= size) open = day;
    else {
      for (const piece of evenPieces(day, size)) yield piece;
      size = Math.min(size * 2, LARGEST);
    }
  }
  if (open !== null) yield open;
}

/** Of the month (or what stands in for one) that holds the window's beginning. */
export function partitionOf(window: Pick<Window, "from">): string {
  return monthOf(Math.floor(window.from / 1_000));
}

function clip(window: Window, { from, to }: TimeRange): Window | null {
  const clipped = {
    from: from === null ? window.from : Math.max(window.from, from),
    to: to === null ? window.to : Math.min(window.to, to),
    events: window.events,
  };
  return clipped.from < clipped.to ? clipped : null;
}

/** Newest first. Whole seconds: events have no finer times. */
function* evenPieces({ from, to, events }: Window, size: number): Generator<Window> {
  const pieces = Math.min(Math.ceil(events / size), Math.ceil((to - from) / 1_000));
  const step = Math.ceil((to - from) / pieces / 1_000) * 1_000;
  for (let end = to; end > from; end -= step) {
    yield { from: Math.max(from, end - step), to: end, events: Math.ceil(events / pieces) };
  }
}
