import { expect, it } from "vitest";
import { DEFAULT_VIEW } from "#lib/search/view-url.ts";
import { narrowerTimes } from "./narrower-times.ts";

const NOW = Date.UTC(2026, 10, 13, 12);
const DAY = 86_400_000;

it("offers shorter times up to now, in the same view", () => {
  const view = { ...DEFAULT_VIEW, q: "is:write", from: "now-30d", cursor: "abc" };
  expect(narrowerTimes(view, { from: NOW - 30 * DAY, to: null }, NOW)).toEqual([
    { label: "Last 7 d", href: "/events?q=is:write&from=now-7d" },
    { label: "Last 24 h", href: "/events?q=is:write&from=now-24h" },
    { label: "Last 3 h", href: "/events?q=is:write&from=now-3h" },
  ]);
});

it("stays within a time that has ended", () => {
  const range = { from: Date.UTC(2026, 9, 1), to: Date.UTC(2026, 9, 3) };
  const view = { ...DEFAULT_VIEW, from: "2026-10-01", to: "2026-10-03" };
  expect(narrowerTimes(view, range, NOW)[0]).toEqual({
    label: "Its last 24 h",
    href: "/events?from=2026-10-02T00:00:00Z&to=2026-10-03T00:00:00Z",
  });
});

it("stays within a time that ended some days ago, too", () => {
  const range = { from: NOW - 60 * DAY, to: NOW - 30 * DAY };
  const view = { ...DEFAULT_VIEW, from: "now-60d", to: "now-30d" };
  expect(narrowerTimes(view, range, NOW)[0]).toEqual({
    label: "Its last 7 d",
    href: "/events?from=2026-10-07T12:00:00Z&to=2026-10-14T12:00:00Z",
  });
});

it("has something for all time, and nothing shorter than the shortest", () => {
  expect(narrowerTimes(DEFAULT_VIEW, { from: null, to: null }, NOW)).toHaveLength(3);
  expect(narrowerTimes(DEFAULT_VIEW, { from: NOW - 60_000, to: null }, NOW)).toEqual([]);
});
