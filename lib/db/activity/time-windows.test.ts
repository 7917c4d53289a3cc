import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { partitionOf, timeWindows } from "#lib/db/activity/time-windows.ts";

const DAY = 86_400_000;
const FIRST_DAY = Date.UTC(2026, 9, 1);

const days = fc.array(fc.nat({ max: 300_000 }), { maxLength: 60 }).map((counts) =>
  counts
    .map((events, index) => ({
      start: (FIRST_DAY + index * DAY) / 3_600_000,
      events: events % 7 === 0 ? 0 : events,
    }))
    .filter(({ events }) => events > 0)
    .reverse(),
);

describe("windows of time", () => {
  it("take in every moment of the days, once, newest first, none across two months", () => {
    fc.assert(
      fc.property(days, fc.nat({ max: 60 * DAY }), (counts, cut) => {
        const range = { from: FIRST_DAY + Math.floor(cut / 1_000) * 1_000, to: null };
        const windows = [...timeWindows(counts, range)];
        windows.slice(1).forEach((window, index) => {
          expect(window.to).toBeLessThanOrEqual(windows[index]?.from ?? 0);
        });
        for (const window of windows) {
          expect(window.from).toBeLessThan(window.to);
          expect(partitionOf(window)).toBe(partitionOf({ from: window.to - 1 }));
        }
        for (const { start } of counts) {
          const from = Math.max(start * 3_600_000, range.from);
          const to = (start + 24) * 3_600_000;
          const covered = windows.reduce(
            (sum, window) => sum + Math.max(0, Math.min(window.to, to) - Math.max(window.from, from)),
            0,
          );
          expect(covered).toBe(Math.max(0, to - from));
        }
      }),
    );
  });

  it("begin small and grow", () => {
    const busy = [0, 1, 2].map((index) => ({ start: (FIRST_DAY - index * DAY) / 3_600_000, events: 64_000 }));
    const sizes = [...timeWindows(busy, { from: null, to: null })].map(({ events }) => events);
    expect(sizes[0]).toBe(4_000);
    expect(sizes.at(-1)).toBe(16_000);
  });
});
