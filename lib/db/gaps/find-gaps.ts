import type { CoverageGap, Place } from "#lib/search/coverage-gap.ts";

/*
 * CloudTrail delivers a log object every five minutes or so while something happens, and none while nothing does. So
 * silence alone tells nothing: it is a gap where it lasted much longer than this account and region are ever silent.
 */

/**
 * When the log objects of one account and region were delivered; milliseconds since 1970 UTC, ascending, no two
 * equal.
 */
export type Deliveries = Place & {
  readonly times: readonly number[];
  /** True where objects came before the first of `times`. */
  readonly isOlder: boolean;
};

export type GapQuery = {
  /** Those that the search looks at, in and around the span. */
  readonly deliveries: readonly Deliveries[];
  /** The first and the last log object of all, whatever the search looks at; null where there is none. */
  readonly loaded: { readonly from: number; readonly to: number } | null;
  readonly span: { readonly from: number; readonly to: number };
  /** The time that `deliveries` were read of: the span and some days around it, never after now. */
  readonly context: { readonly from: number; readonly to: number };
  /** How long an object tells of before its delivery, in milliseconds: minutes, or a day where only days are known. */
  readonly grain: number;
};

type Silence = {
  readonly from: number;
  readonly to: number;
  readonly place: Place;
  /** False where it is no gap by itself: see `silencesOfUnnamed`. */
  readonly tells: boolean;
};

const HOUR = 3_600_000;
const LEAST_SILENCE = 2 * HOUR;
const TIMES_LONGER = 2;
/** Silences to compare with; fewer tell nothing of what is usual. */
const LEAST_KNOWN = 5;
/** Delivery takes a quarter of an hour: an end that is younger is not late yet. */
const LATE = HOUR / 2;
const MOST_GAPS = 200;

/** The gaps of a span, in order. */
export function findGaps(query: GapQuery): readonly CoverageGap[] {
  const { span, loaded, deliveries } = query;
  const { from, to } = span;
  if (to <= from) return [];
  if (loaded === null || deliveries.length === 0) return [toGap(from, to, true, [])];
  const gaps: CoverageGap[] = [];
  const [first, last] = [Math.max(from, Math.min(to, loaded.from)), Math.min(to, Math.max(from, loaded.to))];
  if (first > from) gaps.push(toGap(from, first, true, []));
  if (first < last) gaps.push(...insideGaps(query, first, last));
  if (to - last >= LATE || last === from) gaps.push(toGap(last, to, true, []));
  return gaps.slice(0, MOST_GAPS);
}

function insideGaps(query: GapQuery, from: number, to: number): readonly CoverageGap[] {
  const firstNamed = Math.min(...query.deliveries.filter(isNamed).map((each) => beginOf(each, query)));
  const silences = query.deliveries.flatMap((each) =>
    isNamed(each) ? silencesOf(each, query) : silencesOfUnnamed(each, query, firstNamed),
  );
  const edges = new Set([from, to]);
  for (const silence of silences) {
    for (const edge of [silence.from, silence.to]) if (edge > from && edge < to) edges.add(edge);
  }
  const gaps: CoverageGap[] = [];
  const ordered = [...edges].sort((one, other) => one - other);
  ordered.slice(0, -1).forEach((start, index) => {
    const end = ordered[index + 1] ?? to;
    const silent = silences.filter((each) => each.from <= start && each.to >= end);
    const places = silent.filter(({ tells }) => tells).map(({ place }) => place);
    if (places.length === 0) return;
    const alive = query.deliveries.filter(({ times, isOlder }) => isOlder || (times[0] ?? start) <= start);
    gaps.push(toGap(start, end, silent.length >= alive.length, places));
  });
  return gaps;
}

function isNamed({ account, region }: Place): boolean {
  return account !== "" || region !== "";
}

function beginOf({ times, isOlder }: Deliveries, { context }: GapQuery): number {
  return isOlder ? context.from : (times[0] ?? context.to);
}

/**
 * Files that say neither account nor region were brought by somebody: they come when they come, and may be of any time.
 * Once others deliver, their silence is no gap.
 */
function silencesOfUnnamed(each: Deliveries, query: GapQuery, firstNamed: number): readonly Silence[] {
  return silencesOf(each, query).flatMap((silence) => {
    const { from, to } = silence;
    const cut = Math.max(from, Math.min(to, firstNamed));
    return [
      ...(from < cut ? [{ ...silence, to: cut }] : []),
      ...(cut < to ? [{ ...silence, from: cut, tells: false }] : []),
    ];
  });
}

/** The silences of one account and region that are much longer than its other ones. */
function silencesOf(deliveries: Deliveries, { context, grain, loaded }: GapQuery): readonly Silence[] {
  const { times, account, region, isOlder } = deliveries;
  // What comes after the last log object of all is not known of anybody: nobody was silent in it.
  const end = Math.min(context.to, loaded?.to ?? context.to) + grain;
  const marks = [...(isOlder ? [context.from] : []), ...times.filter((at) => at < end), end];
  const lengths = marks
    .slice(0, -1)
    .map((mark, index) => Math.max(0, (marks[index + 1] ?? mark) - grain - mark));
  if (lengths.length < LEAST_KNOWN) return [];
  // Two others may be as long: a second gap must not hide the first, and a second weekend explains one.
  const [third = 0, second = 0] = Float64Array.from(lengths).sort().slice(-3);
  return lengths.flatMap((length, index) => {
    const others = length >= second ? third : second;
    if (length < Math.max(LEAST_SILENCE, grain, TIMES_LONGER * others)) return [];
    const from = marks[index] ?? end;
    return [{ from, to: from + length, place: { account, region }, tells: true }];
  });
}

function toGap(from: number, to: number, isWhole: boolean, places: readonly Place[]): CoverageGap {
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString(), isWhole, places };
}
