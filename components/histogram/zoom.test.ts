import { describe, expect, test } from "vitest";
import { DEFAULT_VIEW } from "#lib/search/view-url.ts";
import { around, widened, zoomed } from "./zoom.ts";

const NOW = Date.parse("2026-11-20T12:00:00Z");
const HOURS = {
  bucketSeconds: 3600,
  exact: true,
  examined: null,
  buckets: [1, 2, 3, 4].map((hour) => ({
    start: `2026-11-16T0${hour}:00:00.000Z`,
    read: 1,
    write: 0,
    error: 0,
  })),
  outside: { before: 0, after: 0 },
};
const VIEW = { ...DEFAULT_VIEW, q: "is:write", from: "2026-11-16T01:30:00Z", to: "2026-11-16T04:40:00Z" };

describe("zooming in", () => {
  test("shows the time of the bars, from the first page on", () => {
    const view = zoomed({ ...VIEW, cursor: "x" }, HOURS, 1, 2, NOW);
    expect(view).toEqual({ ...VIEW, from: "2026-11-16T02:00:00Z", to: "2026-11-16T04:00:00Z" });
  });

  test("never shows more than the view did", () => {
    const view = zoomed(VIEW, HOURS, 0, 3, NOW);
    expect([view.from, view.to]).toEqual([VIEW.from, VIEW.to]);
  });
});

describe("zooming out", () => {
  test("doubles the time around its middle", () => {
    const view = widened({ ...VIEW, from: "2026-11-16T02:00:00Z", to: "2026-11-16T04:00:00Z" }, HOURS, NOW);
    expect([view.from, view.to]).toEqual(["2026-11-16T01:00:00Z", "2026-11-16T05:00:00Z"]);
  });

  test("ends at now", () => {
    const view = widened({ ...VIEW, from: "now-2h", to: null }, HOURS, NOW);
    expect([view.from, view.to]).toEqual(["2026-11-20T08:00:00Z", "2026-11-20T12:00:00Z"]);
  });
});

describe("around a gap", () => {
  const gap = {
    from: "2026-11-16T02:00:00.000Z",
    to: "2026-11-16T06:00:00.000Z",
    isWhole: false,
    places: [],
  };

  test("half its length is shown before it and after it", () => {
    const view = around({ ...VIEW, cursor: "x" }, gap, NOW);
    expect(view).toEqual({ ...VIEW, from: "2026-11-16T00:00:00Z", to: "2026-11-16T08:00:00Z" });
  });

  test("nothing after now", () => {
    expect(around(VIEW, gap, Date.parse("2026-11-16T07:00:00Z")).to).toBe("2026-11-16T07:00:00Z");
  });
});
