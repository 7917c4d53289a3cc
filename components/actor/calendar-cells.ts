import { formatClock, formatDate, formatDay, type Zone } from "#components/ui/format-time.ts";
import type { Activity, ActivityCell } from "#lib/event/actor/actor-profile.ts";

/** A square of the calendar: a column, a row, and what happened in it. */
export type Square = {
  readonly column: number;
  readonly row: number;
  readonly events: number;
  readonly errors: number;
  /** 1 to 4, stronger for more. */
  readonly level: number;
  readonly words: string;
  /** Milliseconds since 1970: from <= time < to. */
  readonly from: number;
  readonly to: number;
};

export type Calendar = {
  readonly rows: readonly string[];
  readonly columns: readonly { readonly label: string; readonly isStrong: boolean }[];
  readonly squares: readonly Square[];
  /** In words, for those who don't see it. */
  readonly summary: string;
};

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

type Span = { readonly from: number; readonly to: number };

/**
 * The calendar of an actor's activity: days by hours, or weeks by days where the span is long. Hours are those of the
 * zone; days that the roll-up has put together are those of UTC.
 */
export function calendarOf(activity: Activity, span: Span, zone: Zone): Calendar {
  return activity.grain === "hour" ? byHour(activity.cells, span, zone) : byDay(activity.cells, span);
}

function byHour(cells: readonly ActivityCell[], span: Span, zone: Zone): Calendar {
  const days = new Map<string, { index: number; at: number }>();
  for (let at = span.from; at < span.to; at += HOUR) {
    const day = formatDate(at, zone);
    if (!days.has(day)) days.set(day, { index: days.size, at });
  }
  const most = mostOf(cells);
  const squares = cells.flatMap((cell): Square[] => {
    const from = Date.parse(cell.start);
    const column = days.get(formatDate(from, zone))?.index;
    const clock = formatClock(from, zone).slice(0, 5);
    if (column === undefined) return [];
    const words = `${formatDay(from, zone)}, ${clock}: ${wordsOf(cell)}`;
    return [
      { ...squareOf(cell, most), column, row: Number(clock.slice(0, 2)), words, from, to: from + HOUR },
    ];
  });
  return {
    rows: Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, "0")}:00`),
    columns: [...days.values()].map(({ at }) => dayLabel(at, zone, days.size <= 14)),
    squares,
    summary: summaryOf(cells, (at) => `${formatClock(at, zone).slice(0, 2)}:00`, "hour"),
  };
}

function byDay(cells: readonly ActivityCell[], span: Span): Calendar {
  const monday = weekOf(span.from);
  const weeks = Math.floor((weekOf(span.to - 1) - monday) / (7 * DAY)) + 1;
  const most = mostOf(cells);
  const squares = cells.map((cell): Square => {
    const from = Date.parse(cell.start);
    return {
      ...squareOf(cell, most),
      column: Math.floor((from - monday) / (7 * DAY)),
      row: Math.floor((from - weekOf(from)) / DAY),
      words: `${formatDay(from, "UTC")}: ${wordsOf(cell)}`,
      // The first and the last day may be in the span for a part of them only: their events are counted there.
      from: Math.max(from, span.from),
      to: Math.min(from + DAY, span.to),
    };
  });
  return {
    rows: WEEKDAYS,
    columns: Array.from({ length: weeks }, (_, index) => {
      const at = monday + index * 7 * DAY;
      const isFirst = new Date(at).getUTCDate() <= 7;
      return { label: isFirst ? (formatDay(at, "UTC").split(" ")[2] ?? "") : "", isStrong: isFirst };
    }),
    squares,
    summary: summaryOf(cells, (at) => WEEKDAYS[Math.floor((at - weekOf(at)) / DAY)] ?? "", "weekday"),
  };
}

function dayLabel(at: number, zone: Zone, isEach: boolean) {
  const [weekday, day, month] = formatDay(at, zone).split(" ");
  return isEach || weekday === "Mon"
    ? { label: `${day} ${month}`, isStrong: true }
    : { label: "", isStrong: false };
}

/** The Monday that the week of this moment begins with, UTC. 1970 began on a Thursday. */
function weekOf(at: number): number {
  const day = Math.floor(at / DAY);
  return (day - ((((day + 3) % 7) + 7) % 7)) * DAY;
}

function eventsOf({ read, write, error }: ActivityCell): number {
  return read + write + error;
}

function mostOf(cells: readonly ActivityCell[]): number {
  return Math.max(1, ...cells.map(eventsOf));
}

/** A busy hour must not make all others look alike: levels go by the logarithm. */
function squareOf(cell: ActivityCell, most: number): Pick<Square, "events" | "errors" | "level"> {
  const events = eventsOf(cell);
  const share = Math.log(events + 1) / Math.log(most + 1);
  return { events, errors: cell.error, level: Math.min(4, Math.max(1, Math.ceil(share * 4))) };
}

function wordsOf(cell: ActivityCell): string {
  const parts = [
    cell.read === 0 ? "" : `${cell.read} read`,
    cell.write === 0 ? "" : `${cell.write} write`,
    cell.error === 0 ? "" : `${cell.error} denied or failed`,
  ];
  return parts.filter((part) => part !== "").join(", ");
}

function summaryOf(cells: readonly ActivityCell[], nameOf: (at: number) => string, word: string): string {
  if (cells.length === 0) return "No activity in this time.";
  const sums = new Map<string, number>();
  for (const cell of cells) {
    const name = nameOf(Date.parse(cell.start));
    sums.set(name, (sums.get(name) ?? 0) + eventsOf(cell));
  }
  const [busiest] = [...sums].sort(([, a], [, b]) => b - a);
  const active = cells.length === 1 ? "one" : String(cells.length);
  const unit = word === "hour" ? "hour" : "day";
  return `Active in ${active} ${unit}${cells.length === 1 ? "" : "s"}, most at ${busiest?.[0] ?? ""}.`;
}
