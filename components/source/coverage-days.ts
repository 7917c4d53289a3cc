import { formatCount, plural } from "#components/ui/format-count.ts";
import { isoDay } from "#lib/base/iso-time.ts";
import type { CoverageDay, CoverageRow } from "#lib/search/coverage.ts";

/** Days, both included. */
export type Span = { readonly from: string; readonly to: string };

/**
 * - `loaded`: objects with events
 * - `removed`: objects with events that were removed since, because the source does not keep them so long
 * - `quiet`: objects, and no event that was not there already
 * - `missing`: no object, though there were some before
 * - `before`: before the first object of this account and region
 * - `untold`: no event of a file that says neither account nor region. Somebody brought it, and it may be of any time
 */
export type DayState = "loaded" | "removed" | "quiet" | "missing" | "before" | "untold";

export type StripDay = CoverageDay & { readonly state: DayState };

const DAY = 86_400_000;

/** The day so many days after another (before, if negative). */
export function shiftDay(day: string, days: number): string {
  return isoDay(Date.parse(`${day}T00:00:00Z`) + days * DAY);
}

/** Every day of the span in order. */
export function daysOf({ from, to }: Span): readonly string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = shiftDay(day, 1)) days.push(day);
  return days;
}

/** True where the keys tell whose objects they are: only then a day without one can be missing. */
export function isNamed({ account, region }: Pick<CoverageRow, "account" | "region">): boolean {
  return account !== "" || region !== "";
}

/** Every day of the span with what is known of it. */
export function stripOf(row: CoverageRow, span: Span): readonly StripDay[] {
  const known = new Map(row.days.map((day) => [day.day, day]));
  return daysOf(span).map((day) => {
    const found = known.get(day) ?? { day, objects: 0, events: 0, removed: 0 };
    return { ...found, state: stateOf(found, row) };
  });
}

function stateOf({ day, objects, events, removed }: CoverageDay, row: CoverageRow): DayState {
  if (removed > 0 && events === 0) return "removed";
  if (objects > 0) return events > 0 ? "loaded" : "quiet";
  if (!isNamed(row)) return "untold";
  return day < row.firstDay ? "before" : "missing";
}

/** The same in words: how many days of each kind, and which are missing. */
export function describeStrip(strip: readonly StripDay[]): {
  readonly counts: string;
  readonly missing: string;
} {
  const count = (state: DayState) => strip.filter((day) => day.state === state).length;
  const parts = [
    [count("loaded"), "loaded"],
    [count("quiet"), "quiet"],
    [count("removed"), "removed"],
    [count("missing"), "missing"],
  ] as const;
  const said = parts.filter(([days]) => days > 0).map(([days, word]) => `${formatCount(days)} ${word}`);
  const counts = said.length === 0 ? "no days" : said.join(", ");
  return { counts, missing: runsOf(strip).join(", ") };
}

/** Missing days as runs: `2026-11-03`, `2026-11-05 to 2026-11-09`. */
function runsOf(strip: readonly StripDay[]): readonly string[] {
  const runs: { from: string; to: string }[] = [];
  strip.forEach(({ day, state }, index) => {
    if (state !== "missing") return;
    const last = runs.at(-1);
    if (last !== undefined && strip[index - 1]?.state === "missing") last.to = day;
    else runs.push({ from: day, to: day });
  });
  return runs.map(({ from, to }) => (from === to ? from : `${from} to ${to}`));
}

/** One day in words. */
export function describeDay({ day, state, objects, events, removed }: StripDay): string {
  switch (state) {
    case "loaded":
      return `${day}: ${plural(objects, "object")}, ${plural(events, "event")}`;
    case "removed":
      return `${day}: ${plural(objects, "object")}; ${plural(removed, "event")} loaded once and removed since`;
    case "quiet":
      return `${day}: ${plural(objects, "object")}, no new event`;
    case "missing":
      return `${day}: no object`;
    case "before":
      return `${day}: before the first object`;
    case "untold":
      return `${day}: no event of these files`;
  }
}

/** 1 to 4: how much of the strip's busiest day. By the square root, so that a single spike does not pale the rest. */
export function levelOf(events: number, most: number): 1 | 2 | 3 | 4 {
  const share = Math.sqrt(events / Math.max(1, most));
  return share > 0.75 ? 4 : share > 0.5 ? 3 : share > 0.25 ? 2 : 1;
}
