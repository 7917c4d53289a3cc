import { formatCount } from "#components/ui/format-time.ts";
import type { Count } from "./coverage.ts";

/** `1,284 events`, or `at least 10,000 events` where not all were counted. */
export function countWords({ count, exact }: Count): string {
  return `${exact ? "" : "at least "}${formatCount(count)} ${count === 1 ? "event" : "events"}`;
}
