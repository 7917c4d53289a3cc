import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findTimePreset, TIME_PRESETS } from "#lib/search/time-presets.ts";
import { parseTime, parseTimeRange } from "#lib/search/time-range.ts";

const NOW = Date.UTC(2026, 10, 12, 14, 31, 7, 250);
const iso = (text: string) => {
  const reading = parseTime(text, NOW);
  return reading.kind === "time" ? new Date(reading.at).toISOString() : reading.message;
};

describe("parseTime", () => {
  it.each([
    ["2026-11-12", "2026-11-12T00:00:00.000Z"],
    ["2026-11-12T14:31", "2026-11-12T14:31:00.000Z"],
    ["2026-11-12 14:31:07", "2026-11-12T14:31:07.000Z"],
    ["2026-11-12T14:31:07Z", "2026-11-12T14:31:07.000Z"],
    ["2026-11-12T14:31:07.5z", "2026-11-12T14:31:07.500Z"],
    ["2026-11-12T14:31:07.123456789Z", "2026-11-12T14:31:07.123Z"],
    ["2026-11-12T14:31:07+02:00", "2026-11-12T12:31:07.000Z"],
    ["2026-11-12T14:31:07-0330", "2026-11-12T18:01:07.000Z"],
    ["2026-11-12T14:31:07+05", "2026-11-12T09:31:07.000Z"],
    ["2024-02-29", "2024-02-29T00:00:00.000Z"],
    [" now ", "2026-11-12T14:31:07.250Z"],
    ["now-90s", "2026-11-12T14:29:37.250Z"],
    ["now-30m", "2026-11-12T14:01:07.250Z"],
    ["now-1h", "2026-11-12T13:31:07.250Z"],
    ["now-7d", "2026-11-05T14:31:07.250Z"],
    ["now-2w", "2026-10-29T14:31:07.250Z"],
    ["now/d", "2026-11-12T00:00:00.000Z"],
    ["now-1d/d", "2026-11-11T00:00:00.000Z"],
  ])("reads %s as %s", (text, expected) => {
    expect(iso(text)).toBe(expected);
  });

  it.each([
    "2025-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-04-31",
    "0050-01-01",
    "2026-11-12T24:00",
    "2026-11-12T10:60",
    "2026-11-12T10:00:60",
    "2026-11-12T10:00+19:00",
    "2026-11-12T10:00+02:60",
  ])("says that %s does not exist", (text) => {
    expect(iso(text)).toBe(`${text} is a date or a time that does not exist.`);
  });

  it.each([
    "",
    "yesterday",
    "12 Nov 2026",
    "2026-11",
    "20261112",
    "2026-11-12T10",
    "2026-11-12Z",
    "1794493867",
    "now-7",
    "now-7y",
    "now-7M",
    "now+1d",
    "now-d",
    "Now",
    "now/h",
    "-7d",
    "NaN",
    "2026-11-12T10:00:00 02:00",
  ])("says that %j is not a time", (text) => {
    expect(iso(text)).toMatch(/is not a time\. Write 2026-11-12/);
  });

  it("does not reach back before 1970", () => {
    expect(iso("now-999999999w")).toBe("now-999999999w reaches back before 1970.");
    const late = "9999-12-31T23:00:00-02:00";
    expect(iso(late)).toBe(`${late} is after the year 9999 in UTC.`);
  });

  it("reads every moment that JavaScript writes", () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: new Date("9999-12-31"), noInvalidDate: true }), (date) => {
        expect(parseTime(date.toISOString(), NOW)).toEqual({ kind: "time", at: date.getTime() });
      }),
    );
  });
});

describe("parseTimeRange", () => {
  it("leaves absent and empty ends open", () => {
    expect(parseTimeRange(null, "", NOW)).toEqual({ range: { from: null, to: null }, problems: [] });
  });

  it("resolves both ends from one now", () => {
    const { range, problems } = parseTimeRange("now-1h", "now", NOW);
    expect(range).toEqual({ from: NOW - 3_600_000, to: NOW });
    expect(problems).toEqual([]);
  });

  it.each([
    ["now", "now-1h", "to", /before from/],
    ["2026-11-12", "2026-11-12", "to", /same moment/],
    ["soon", null, "from", /soon is not a time/],
    [null, "2026-02-30", "to", /does not exist/],
  ])("names what is wrong with %s to %s", (from, to, parameter, message) => {
    expect(parseTimeRange(from, to, NOW).problems).toEqual([
      { parameter, message: expect.stringMatching(message), position: null },
    ]);
  });
});

describe("the presets", () => {
  it("are times that can be read, the shortest first, and found again by their bounds", () => {
    const starts = TIME_PRESETS.map((preset) => {
      const { range, problems } = parseTimeRange(preset.from, preset.to, NOW);
      expect(problems).toEqual([]);
      expect(findTimePreset(preset.from, "now")).toBe(preset);
      return range.from ?? Number.NEGATIVE_INFINITY;
    });
    expect(starts).toEqual(starts.toSorted((one, other) => other - one));
    expect(findTimePreset("now-2d", null)).toBeUndefined();
    expect(findTimePreset("now-7d", "now-1d")).toBeUndefined();
  });
});
