import { expect, it } from "vitest";
import { weekDays, weekUntil } from "./week-days.ts";

const NEWEST = Date.parse("2026-11-19T17:42:10Z");

it("a week ends with the day of the newest event", () => {
  const { from, to } = weekUntil(NEWEST);
  expect([new Date(from).toISOString(), new Date(to).toISOString()]).toEqual([
    "2026-11-13T00:00:00.000Z",
    "2026-11-20T00:00:00.000Z",
  ]);
  expect(weekUntil(to).to - to).toBe(86_400_000);
});

it("a week's days hold each hour's counts, lead to their events and tell quiet from not loaded", () => {
  const { from } = weekUntil(NEWEST);
  const bucket = { read: 5, write: 2, error: 1 };
  const days = weekDays(
    from,
    [
      { start: "2026-11-13T00:00:00.000Z", ...bucket },
      { start: "2026-11-13T23:00:00Z", ...bucket },
      { start: "2026-11-19T17:00:00Z", ...bucket },
    ],
    [
      { from: "2026-11-14T00:00:00Z", to: "2026-11-15T00:00:00Z", isWhole: true, places: [] },
      { from: "2026-11-15T00:00:00Z", to: "2026-11-15T23:00:00Z", isWhole: true, places: [] },
      { from: "2026-11-16T00:00:00Z", to: "2026-11-18T00:00:00Z", isWhole: false, places: [] },
    ],
  );
  expect(days.map(({ events }) => events)).toEqual([16, 0, 0, 0, 0, 0, 8]);
  expect(days.map(({ isLoaded }) => isLoaded)).toEqual([true, false, true, true, true, true, true]);
  expect(days[0]).toMatchObject({ label: "Fri 13", month: "Nov" });
  expect(days[0]?.hours[23]).toEqual([5, 2, 1]);
  expect(days[1]?.hours).toHaveLength(24);
  expect(days[6]?.href).toContain("from=2026-11-19");
});
