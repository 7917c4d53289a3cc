import { expect, it } from "vitest";
import { estimateDaily, estimateRanges, firstDay } from "#lib/ingest/estimate.ts";

const day = (objects: number, bytes: number) => ({
  oldest: "2026-11-01",
  newest: "2026-11-20",
  sample: { day: "2026-11-19", objects, bytes, isWhole: true },
});
const quiet = { oldest: null, newest: null, sample: null };
const TODAY = Date.parse("2026-11-20T15:00:00Z");

it("lets the streams that were looked into stand for all", () => {
  expect(estimateDaily([day(100, 5_000), day(300, 15_000)], 10)).toEqual({ objects: 2000, bytes: 100_000 });
});

it("counts a stream without dates as bringing nothing by the day", () => {
  expect(estimateDaily([day(100, 5_000), quiet], 2)).toEqual({ objects: 100, bytes: 5_000 });
  expect(estimateDaily([quiet], 1)).toBeNull();
  expect(estimateDaily([], 0)).toBeNull();
});

it("counts today as a day", () => {
  expect(firstDay(1, TODAY)).toBe("2026-11-20");
  expect(firstDay(7, TODAY)).toBe("2026-11-14");
});

it("expects no more days than there are", () => {
  const estimates = estimateRanges({ objects: 1000, bytes: 1_000 }, "2026-11-01", TODAY);
  expect(estimates.map(({ id, from, days, objects }) => [id, from, days, objects])).toEqual([
    ["7d", "2026-11-14", 7, 7_000],
    ["30d", "2026-10-22", 20, 20_000],
    ["90d", "2026-08-23", 20, 20_000],
    ["1y", "2025-11-21", 20, 20_000],
    ["all", null, 20, 20_000],
  ]);
});

it("takes as long as the slower of requests and bytes", () => {
  const seconds = (objects: number, bytes: number) =>
    estimateRanges({ objects, bytes }, "2026-11-01", TODAY)[0]?.seconds;
  expect(seconds(1000, 1)).toBeGreaterThan(1);
  expect(seconds(1, 100_000_000)).toBeGreaterThan(60);
});
