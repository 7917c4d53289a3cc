import { expect, it } from "vitest";
import { daysOf, describeDay, describeStrip, levelOf, shiftDay, stripOf } from "./coverage-days.ts";

const SPAN = { from: "2026-10-30", to: "2026-11-05" };
const ROW = {
  account: "111122223333",
  region: "eu-west-1",
  firstDay: "2026-10-31",
  days: [
    { day: "2026-10-31", objects: 3, events: 40, removed: 0 },
    { day: "2026-11-02", objects: 1, events: 0, removed: 0 },
  ],
};

it("knows each day of the span", () => {
  expect(stripOf(ROW, SPAN).map(({ day, state }) => `${day} ${state}`)).toEqual([
    "2026-10-30 before",
    "2026-10-31 loaded",
    "2026-11-01 missing",
    "2026-11-02 quiet",
    "2026-11-03 missing",
    "2026-11-04 missing",
    "2026-11-05 missing",
  ]);
});

it("misses no day of files whose names tell neither account nor region", () => {
  const strip = stripOf({ ...ROW, account: "", region: "" }, SPAN);
  expect(strip.map(({ state }) => state)).toEqual([
    "untold",
    "loaded",
    "untold",
    "quiet",
    "untold",
    "untold",
    "untold",
  ]);
  expect(describeStrip(strip)).toEqual({ counts: "1 loaded, 1 quiet", missing: "" });
  expect(strip.slice(0, 1).map(describeDay)).toEqual(["2026-10-30: no event of these files"]);
});

it("says the same in words", () => {
  expect(describeStrip(stripOf(ROW, SPAN))).toEqual({
    counts: "1 loaded, 1 quiet, 4 missing",
    missing: "2026-11-01, 2026-11-03 to 2026-11-05",
  });
  expect(describeStrip(stripOf(ROW, { from: "2026-10-01", to: "2026-10-02" }))).toEqual({
    counts: "no days",
    missing: "",
  });
  expect(stripOf(ROW, SPAN).slice(0, 4).map(describeDay)).toEqual([
    "2026-10-30: before the first object",
    "2026-10-31: 3 objects, 40 events",
    "2026-11-01: no object",
    "2026-11-02: 1 object, no new event",
  ]);
});

it("goes over months, leap days and changes of the clock", () => {
  expect(daysOf({ from: "2028-02-28", to: "2028-03-01" })).toEqual([
    "2028-02-28",
    "2028-02-29",
    "2028-03-01",
  ]);
  expect(shiftDay("2026-11-01", -1)).toBe("2026-10-31");
  expect(daysOf({ from: "2026-01-01", to: "2026-12-31" })).toHaveLength(365);
});

it("shades by the busiest day", () => {
  expect([0, 1, 10, 30, 60, 100].map((events) => levelOf(events, 100))).toEqual([1, 1, 2, 3, 4, 4]);
});
