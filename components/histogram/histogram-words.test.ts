import { describe, expect, test } from "vitest";
import { formatSpan, sayBucket, sayCounts, sayGap, summarize, sumOf } from "./histogram-words.ts";

const at = (text: string) => Date.parse(text);
const HISTOGRAM = {
  bucketSeconds: 3600,
  exact: true,
  examined: null,
  buckets: [
    { start: "2026-11-16T02:00:00.000Z", read: 1200, write: 80, error: 4 },
    { start: "2026-11-16T03:00:00.000Z", read: 0, write: 0, error: 0 },
    { start: "2026-11-16T04:00:00.000Z", read: 1, write: 0, error: 0 },
  ],
  outside: { before: 0, after: 0 },
};

describe("a span", () => {
  test("names its day once, and both where there are two", () => {
    expect(formatSpan(at("2026-11-16T02:00:00Z"), at("2026-11-16T03:00:00Z"), "UTC")).toBe(
      "Mon 16 Nov 2026 02:00 – 03:00",
    );
    expect(formatSpan(at("2026-11-16T22:00:00Z"), at("2026-11-17T04:00:00Z"), "UTC")).toBe(
      "Mon 16 Nov 2026 22:00 – Tue 17 Nov 2026 04:00",
    );
  });

  test("of whole days is days, in the zone it is shown in", () => {
    expect(formatSpan(at("2026-11-16T00:00:00Z"), at("2026-11-17T00:00:00Z"), "UTC")).toBe("Mon 16 Nov 2026");
    expect(formatSpan(at("2026-11-15T23:00:00Z"), at("2026-11-17T23:00:00Z"), "Europe/Berlin")).toBe(
      "Mon 16 Nov 2026 – Tue 17 Nov 2026",
    );
  });

  test("has seconds where it needs them", () => {
    expect(formatSpan(at("2026-11-16T02:00:05Z"), at("2026-11-16T02:00:10Z"), "UTC")).toBe(
      "Mon 16 Nov 2026 02:00:05 – 02:00:10",
    );
  });
});

test("counts are said without what there is none of", () => {
  expect(sayCounts(sumOf(HISTOGRAM.buckets))).toBe(
    "1,285 events: 1,201 read OK, 80 write OK, 4 denied or failed",
  );
  expect(sayCounts(sumOf(HISTOGRAM.buckets.slice(2)))).toBe("1 event: 1 read OK");
  expect(sayCounts(sumOf(HISTOGRAM.buckets.slice(1, 2)))).toBe("no event");
});

test("a bar is as long as its largest whole unit says", () => {
  expect([1, 15, 60, 900, 3600, 10_800, 86_400, 604_800].map(sayBucket)).toEqual([
    "1 s",
    "15 s",
    "1 min",
    "15 min",
    "1 h",
    "3 h",
    "1 d",
    "7 d",
  ]);
});

test("a gap is named by what is missing, with hidden characters seen", () => {
  const gap = { from: "", to: "", isWhole: false, places: [{ account: "1\u202e2", region: "eu-west-1" }] };
  expect(sayGap(gap)).toBe("in part not loaded: 1[U+202E]2 eu-west-1");
  expect(sayGap({ ...gap, isWhole: true, places: [] })).toBe("not loaded");
  expect(sayGap(undefined)).toBeNull();
});

test("the summary tells span, counts, the busiest bar and the gaps", () => {
  const gap = {
    from: "2026-11-16T03:00:00Z",
    to: "2026-11-16T04:00:00Z",
    isWhole: true,
    places: [],
  };
  expect(summarize(HISTOGRAM, [gap], "UTC")).toBe(
    "Mon 16 Nov 2026 02:00 – 05:00 UTC, 1,285 events: 1,201 read OK, 80 write OK, 4 denied or failed. " +
      "Most, 1,284, Mon 16 Nov 2026 02:00 – 03:00. Mon 16 Nov 2026 03:00 – 04:00 not loaded.",
  );
});

test("what lies far from all bars is told of", () => {
  expect(summarize({ ...HISTOGRAM, outside: { before: 2, after: 1 } }, [], "UTC")).toBe(
    "Mon 16 Nov 2026 02:00 – 05:00 UTC, 1,285 events: 1,201 read OK, 80 write OK, 4 denied or failed. " +
      "Most, 1,284, Mon 16 Nov 2026 02:00 – 03:00. Not drawn: 2 long before, 1 long after.",
  );
});
