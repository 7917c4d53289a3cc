import { formatCount } from "#components/ui/format-count.ts";
import { visibleText } from "#components/ui/visible-text.ts";
import type { CoverageGap, Place } from "#lib/search/coverage-gap.ts";

/** What the line over the list tells of the time that was asked for. */
export type ToldGaps = {
  /** Where what was loaded begins, in milliseconds since 1970, if that is later than what was asked for. */
  readonly begins: number | null;
  /** `1 gap of 2 h in eu-west-1`; null where nothing is missing between what was loaded. */
  readonly words: string | null;
  readonly longest: CoverageGap | null;
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/**
 * `end`: of the time that was asked for, and not after now. Time after the newest log object is no gap: that line says
 * already to when there are logs, and they arrive some minutes late as a rule.
 */
export function tellGaps(gaps: readonly CoverageGap[], end: number): ToldGaps {
  const [first] = gaps;
  const isBefore = first !== undefined && first.places.length === 0 && Date.parse(first.to) < end;
  const holes = joined(gaps.filter(({ places }) => places.length > 0));
  const longest = holes.toSorted((one, other) => lengthOf(other) - lengthOf(one))[0] ?? null;
  const begins = isBefore ? Date.parse(first.to) : null;
  if (longest === null) return { begins, words: null, longest };
  const what = `${sayLength(lengthOf(longest))}${sayWhere(longest)}`;
  const words =
    holes.length === 1 ? `1 gap of ${what}` : `${formatCount(holes.length)} gaps, the longest ${what}`;
  return { begins, words, longest };
}

/** Where one begins as another ends there is only one, of which more is missing at some times than at others. */
function joined(gaps: readonly CoverageGap[]): readonly CoverageGap[] {
  const whole: CoverageGap[] = [];
  for (const gap of gaps) {
    const last = whole.at(-1);
    if (last?.to !== gap.from) {
      whole.push(gap);
      continue;
    }
    const places = [...last.places, ...gap.places.filter((place) => !last.places.some(isSame(place)))];
    whole.splice(-1, 1, { from: last.from, to: gap.to, isWhole: last.isWhole && gap.isWhole, places });
  }
  return whole;
}

function isSame({ account, region }: Place): (other: Place) => boolean {
  return (other) => other.account === account && other.region === region;
}

function lengthOf({ from, to }: CoverageGap): number {
  return Date.parse(to) - Date.parse(from);
}

/** `45 min`, `5 h`, `3 d`: rounded, and in hours for as long as those are easier to grasp. */
function sayLength(length: number): string {
  const [unit, name] = length < HOUR ? [MINUTE, "min"] : length < 2 * DAY ? [HOUR, "h"] : [DAY, "d"];
  return `${formatCount(Math.max(1, Math.round(length / unit)))} ${name}`;
}

/** Nothing where all is missing that was asked for. */
function sayWhere({ isWhole, places }: CoverageGap): string {
  if (isWhole) return "";
  const regions = new Set(places.map(({ region }) => region));
  const [region = ""] = regions;
  if (regions.size > 1) return ` in ${formatCount(regions.size)} regions`;
  return region === "" ? " in part" : ` in ${visibleText(region)}`;
}
