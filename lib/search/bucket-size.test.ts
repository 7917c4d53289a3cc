import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bucketSize, bucketStart, DAY_SECONDS, HOUR_SECONDS } from "#lib/search/bucket-size.ts";

const seconds = (text: string) => Date.parse(text) / 1_000;

describe("the size of a histogram's buckets", () => {
  it.each([
    ["2026-11-12T14:00:00Z", "2026-11-12T14:01:00Z", 1],
    ["2026-11-12T14:00:00Z", "2026-11-12T15:00:00Z", 30],
    ["2026-11-12T00:00:00Z", "2026-11-13T00:00:00Z", 15 * 60],
    ["2026-11-12T00:00:00Z", "2026-11-17T00:00:00Z", HOUR_SECONDS],
    ["2026-11-01T00:00:00Z", "2026-12-01T00:00:00Z", 6 * HOUR_SECONDS],
    ["2026-01-01T00:00:00Z", "2026-04-11T00:00:00Z", DAY_SECONDS],
    ["2024-11-01T00:00:00Z", "2026-11-01T00:00:00Z", 7 * DAY_SECONDS],
    ["2016-11-01T00:00:00Z", "2026-11-01T00:00:00Z", 91 * DAY_SECONDS],
  ])("%s to %s: %d seconds", (from, to, size) => {
    expect(bucketSize(seconds(from), seconds(to))).toBe(size);
  });

  it("keeps to the most that are asked for, over any span", () => {
    const time = fc.integer({ min: -62_135_596_800, max: 253_402_300_799 });
    fc.assert(
      fc.property(time, time, fc.integer({ min: 12, max: 120 }), (a, b, most) => {
        const [from, to] = a < b ? [a, b] : [b, a + 1];
        const size = bucketSize(from, to, { most });
        const first = bucketStart(from, size);
        expect(first).toBeLessThanOrEqual(from);
        expect(from - first).toBeLessThan(size);
        expect(Math.ceil((to - first) / size)).toBeLessThanOrEqual(most);
      }),
    );
  });

  it("is never finer than asked for", () => {
    expect(bucketSize(0, 60, { least: HOUR_SECONDS })).toBe(HOUR_SECONDS);
  });

  it("begins weeks on Mondays, and everything from a day on at midnight UTC", () => {
    expect(bucketStart(seconds("2026-11-12T14:31:07Z"), 7 * DAY_SECONDS)).toBe(
      seconds("2026-11-09T00:00:00Z"),
    );
    expect(bucketStart(seconds("2026-11-12T14:31:07Z"), DAY_SECONDS)).toBe(seconds("2026-11-12T00:00:00Z"));
  });
});
