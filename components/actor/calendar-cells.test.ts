import { describe, expect, it } from "vitest";
import { calendarOf } from "#components/actor/calendar-cells.ts";
import { spanWords } from "#components/actor/span-words.ts";

const cell = (start: string, read: number, error = 0) => ({ start, read, write: 0, error });
const spanOf = (from: string, to: string) => ({ from: Date.parse(from), to: Date.parse(to) });

describe("the calendar", () => {
  it("has a column a day and a row an hour of the zone", () => {
    const span = spanOf("2026-11-10T00:00:00Z", "2026-11-12T00:00:00Z");
    const cells = [cell("2026-11-10T23:00:00.000Z", 5), cell("2026-11-11T09:00:00.000Z", 90, 1)];
    const activity = { isExact: true, events: 96, grain: "hour", cells } as const;
    const utc = calendarOf(activity, span, "UTC");
    expect(utc.columns).toHaveLength(2);
    expect(utc.squares.map(({ column, row, events, errors }) => [column, row, events, errors])).toEqual([
      [0, 23, 5, 0],
      [1, 9, 91, 1],
    ]);
    const berlin = calendarOf(activity, span, "Europe/Berlin");
    expect(berlin.squares.map(({ column, row }) => [column, row])).toEqual([
      [1, 0],
      [1, 10],
    ]);
  });

  it("has a column a week and a row a weekday where the span is long", () => {
    const span = spanOf("2026-09-01T00:00:00Z", "2026-12-01T00:00:00Z");
    const cells = [cell("2026-09-01T00:00:00.000Z", 1), cell("2026-11-30T00:00:00.000Z", 1)];
    const { columns, squares } = calendarOf({ isExact: true, events: 2, grain: "day", cells }, span, "UTC");
    expect(columns).toHaveLength(14);
    expect(squares.map(({ column, row }) => [column, row])).toEqual([
      [0, 1],
      [13, 0],
    ]);
  });

  it("leads from a day that is cut by the span to the part that was counted", () => {
    const span = spanOf("2026-09-01T08:00:00Z", "2026-11-30T09:00:00Z");
    const cells = [cell("2026-09-01T00:00:00.000Z", 1), cell("2026-11-30T00:00:00.000Z", 1)];
    const { squares } = calendarOf({ isExact: true, events: 2, grain: "day", cells }, span, "UTC");
    expect(squares.map(({ column, row, from, to }) => ({ column, row, ...{ from, to } }))).toEqual([
      { column: 0, row: 1, ...spanOf("2026-09-01T08:00:00Z", "2026-09-02T00:00:00Z") },
      { column: 13, row: 0, ...spanOf("2026-11-30T00:00:00Z", "2026-11-30T09:00:00Z") },
    ]);
  });
});

it("lengths of time are said in two units at most", () => {
  expect([0, 48_000, 129_000, 3_600_000, 11_520_000, 90 * 3_600_000].map(spanWords)).toEqual([
    "0 s",
    "48 s",
    "2 min 9 s",
    "1 h",
    "3 h 12 min",
    "3 d 18 h",
  ]);
});
