import type { TimeRange } from "#lib/search/search.ts";

/**
 * How the roll-up covers a span of time: whole months where it can, then whole days, then whole hours; what is left
 * at either end lies inside an hour and must be counted from events.
 */
export type Grain = "hour" | "day" | "month";

/** The number of each grain in the table `activity`. */
export const GRAINS = { hour: 0, day: 1, month: 2 } as const satisfies Record<Grain, number>;

/** Rows of one grain with first <= start < behind, in hours since 1970 UTC; null leaves an end open. */
export type Piece = { readonly grain: Grain; readonly first: number | null; readonly behind: number | null };

export type Cut = {
  readonly pieces: readonly Piece[];
  /** The hours that the pieces cover together; null where they cover none. */
  readonly covered: { readonly first: number | null; readonly behind: number | null } | null;
  /** Spans shorter than an hour (or two, side by side), milliseconds since 1970 UTC. */
  readonly edges: readonly TimeRange[];
};

const HOUR = 3_600_000;

/** Cuts a range. `coarsest`: the largest grain that may be used. */
export function cutRange(range: TimeRange, coarsest: Grain = "month"): Cut {
  const first = range.from === null ? null : Math.ceil(range.from / HOUR);
  const behind = range.to === null ? null : Math.floor(range.to / HOUR);
  if (first !== null && behind !== null && first >= behind) {
    return { pieces: [], covered: null, edges: isEmpty(range) ? [] : [range] };
  }
  const edges: TimeRange[] = [];
  if (first !== null && range.from !== first * HOUR) edges.push({ from: range.from, to: first * HOUR });
  if (behind !== null && range.to !== behind * HOUR) edges.push({ from: behind * HOUR, to: range.to });
  return { pieces: piecesOf({ grain: coarsest, first, behind }), covered: { first, behind }, edges };
}

function isEmpty({ from, to }: TimeRange): boolean {
  return from !== null && to !== null && from >= to;
}

const FINER: Readonly<Record<Grain, Grain | null>> = { month: "day", day: "hour", hour: null };

/** The piece's whole months or days, and around them what is left in the next finer grain. */
function piecesOf({ grain, first, behind }: Piece): Piece[] {
  if (first !== null && behind !== null && first >= behind) return [];
  const finer = FINER[grain];
  if (finer === null) return [{ grain, first, behind }];
  const from = first === null ? null : startAtOrAfter(first, grain);
  const to = behind === null ? null : startAtOrBefore(behind, grain);
  if (from !== null && to !== null && from >= to) return piecesOf({ grain: finer, first, behind });
  const before = from === null ? [] : piecesOf({ grain: finer, first, behind: from });
  const after = to === null ? [] : piecesOf({ grain: finer, first: to, behind });
  return [...before, { grain, first: from, behind: to }, ...after];
}

function startAtOrBefore(hour: number, grain: Grain): number {
  if (grain === "hour") return hour;
  if (grain === "day") return Math.floor(hour / 24) * 24;
  const date = new Date(hour * HOUR);
  return monthStart(date.getUTCFullYear(), date.getUTCMonth());
}

function startAtOrAfter(hour: number, grain: Grain): number {
  if (startAtOrBefore(hour, grain) === hour) return hour;
  if (grain !== "month") return startAtOrBefore(hour, grain) + 24;
  const date = new Date(hour * HOUR);
  return monthStart(date.getUTCFullYear(), date.getUTCMonth() + 1);
}

/** Years below 100 would be taken for those of the last century by Date.UTC. */
function monthStart(year: number, month: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month, 1);
  return date.getTime() / HOUR;
}
