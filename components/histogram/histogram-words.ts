import { formatCount, plural } from "#components/ui/format-count.ts";
import { formatClock, formatDate, formatDay, type Zone } from "#components/ui/format-time.ts";
import { visibleText } from "#components/ui/visible-text.ts";
import type { CoverageGap } from "#lib/search/coverage-gap.ts";
import type { Histogram, HistogramBucket, Outside } from "#lib/search/summary.ts";

export const SERIES = ["read", "write", "error"] as const;
export type Series = (typeof SERIES)[number];

export const SERIES_WORDS: Readonly<Record<Series, string>> = {
  read: "read OK",
  write: "write OK",
  error: "denied or failed",
};

/** Some buckets of a histogram, added up. */
export type Sums = Readonly<Record<Series | "all", number>>;

/** The events of these buckets, by series and all. */
export function sumOf(buckets: readonly HistogramBucket[]): Sums {
  const of = (series: Series) => buckets.reduce((sum, bucket) => sum + bucket[series], 0);
  const [read, write, error] = [of("read"), of("write"), of("error")];
  return { read, write, error, all: read + write + error };
}

/** The span of time that buckets cover, the first and the last included; milliseconds since 1970 UTC. */
export function spanOf(
  { buckets, bucketSeconds }: Histogram,
  first: number,
  last: number,
): { readonly from: number; readonly to: number } {
  const from = Date.parse(buckets[first]?.start ?? "");
  const to = Date.parse(buckets[last]?.start ?? "") + bucketSeconds * 1000;
  return { from, to };
}

/** `Thu 12 Nov 2026 14:00 – 15:00`; seconds only where one end has them, the second day only if it is another. */
export function formatSpan(from: number, to: number, zone: Zone): string {
  const clocks = [formatClock(from, zone), formatClock(to, zone)];
  const isRound = clocks.every((clock) => clock.endsWith(":00"));
  const [start = "", end = ""] = clocks.map((clock) => (isRound ? clock.slice(0, 5) : clock));
  const day = formatDay(from, zone);
  if (isMidnight(start) && isMidnight(end)) {
    const lastDay = formatDay(to - 1, zone);
    return day === lastDay ? day : `${day} – ${lastDay}`;
  }
  const isSameDay = formatDate(from, zone) === formatDate(to, zone);
  return `${day} ${start} – ${isSameDay ? "" : `${formatDay(to, zone)} `}${end}`;
}

function isMidnight(clock: string): boolean {
  return clock.startsWith("00:00") && !/[1-9]/.test(clock);
}

/** `1,284 events: 1,200 read, 80 write, 4 denied or failed` */
export function sayCounts(sums: Sums): string {
  const parts = SERIES.filter((series) => sums[series] > 0).map(
    (series) => `${formatCount(sums[series])} ${SERIES_WORDS[series]}`,
  );
  return parts.length === 0 ? "no event" : `${plural(sums.all, "event")}: ${parts.join(", ")}`;
}

/** What is said of a gap: that nothing is known of its time, or which logs are missing. Null for none. */
export function sayGap(gap: CoverageGap | undefined): string | null {
  if (gap === undefined) return null;
  if (gap.places.length === 0) return "not loaded";
  const names = gap.places
    .slice(0, 2)
    .map(({ account, region }) => visibleText(`${account} ${region}`.trim()) || "files that name no account");
  const more = gap.places.length - names.length;
  const list = `${names.join(", ")}${more > 0 ? ` and ${formatCount(more)} more` : ""}`;
  return gap.isWhole ? `not loaded: ${list}` : `in part not loaded: ${list}`;
}

/** The gaps that lie in a span of time. */
export function gapsWithin(gaps: readonly CoverageGap[], from: number, to: number): readonly CoverageGap[] {
  return gaps.filter((gap) => Date.parse(gap.from) < to && Date.parse(gap.to) > from);
}

function sayOutside({ before, after }: Outside): string {
  const parts = [
    before === 0 ? "" : `${formatCount(before)} long before`,
    after === 0 ? "" : `${formatCount(after)} long after`,
  ].filter((part) => part !== "");
  return parts.length === 0 ? "" : `Not drawn: ${parts.join(", ")}.`;
}

/** The whole drawing in a few sentences, for those who do not see it. */
export function summarize(histogram: Histogram, gaps: readonly CoverageGap[], zone: Zone): string {
  const { buckets } = histogram;
  if (buckets.length === 0) return "No events.";
  const busiest = buckets.reduce(
    (best, bucket, index) =>
      sumOf([bucket]).all > best.count ? { count: sumOf([bucket]).all, index } : best,
    { count: 0, index: 0 },
  );
  const whole = spanOf(histogram, 0, buckets.length - 1);
  const peak = spanOf(histogram, busiest.index, busiest.index);
  const holes = gaps
    .slice(0, 3)
    .map((gap) => `${formatSpan(Date.parse(gap.from), Date.parse(gap.to), zone)} ${sayGap(gap)}`);
  return [
    `${formatSpan(whole.from, whole.to, zone)} ${zone}, ${sayCounts(sumOf(buckets))}.`,
    busiest.count > 0 ? `Most, ${formatCount(busiest.count)}, ${formatSpan(peak.from, peak.to, zone)}.` : "",
    sayOutside(histogram.outside),
    ...holes.map((hole) => `${hole}.`),
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

const UNITS: readonly (readonly [number, string])[] = [
  [86_400, "d"],
  [3_600, "h"],
  [60, "min"],
  [1, "s"],
];

/** `15 min`, `1 h`: how long a bar is. */
export function sayBucket(seconds: number): string {
  const unit = UNITS.find(([size]) => seconds % size === 0) ?? [1, "s"];
  return `${formatCount(seconds / unit[0])} ${unit[1]}`;
}
