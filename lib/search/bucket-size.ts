import { MOST_BUCKETS } from "#lib/search/summary.ts";

const MINUTE = 60;
export const HOUR_SECONDS = 3_600;
export const DAY_SECONDS = 86_400;

/** Sizes that people count in, in seconds. Each from a day on is a number of whole days. */
const NICE = [
  ...[1, 2, 5, 10, 15, 30],
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE),
  ...[1, 2, 3, 6, 12].map((hours) => hours * HOUR_SECONDS),
  ...[1, 2, 7, 14, 30, 91, 182, 365, 730, 1_825, 3_650, 36_500].map((days) => days * DAY_SECONDS),
];
const LONGEST = 365_000 * DAY_SECONDS;
/** 1970 began on a Thursday; weeks begin on a Monday. */
const WEEK = 7 * DAY_SECONDS;
const MONDAY = -3 * DAY_SECONDS;

/**
 * The smallest nice size, in seconds, at least `least`, of which at most `most` buckets cover [from, to); seconds
 * since 1970 UTC, from < to.
 */
export function bucketSize(from: number, to: number, { most = MOST_BUCKETS, least = 1 } = {}): number {
  const fits = (size: number) => (to - bucketStart(from, size)) / size <= most;
  return NICE.find((size) => size >= least && fits(size)) ?? LONGEST;
}

/** When the bucket of this size that holds `time` begins; seconds since 1970 UTC. Weeks begin on Mondays. */
export function bucketStart(time: number, size: number): number {
  const shift = size % WEEK === 0 ? MONDAY : 0;
  return Math.floor((time - shift) / size) * size + shift;
}
