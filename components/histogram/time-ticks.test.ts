import { describe, expect, test } from "vitest";
import { timeTicks } from "./time-ticks.ts";

const at = (text: string) => Date.parse(text);
const labels = (from: string, to: string, most: number, zone = "UTC") =>
  timeTicks(at(from), at(to), most, zone).map(({ label }) => label);

describe("ticks", () => {
  test("stand at round hours, with the day's name at midnight", () => {
    expect(labels("2026-11-15T10:20:00Z", "2026-11-16T10:20:00Z", 8)).toEqual([
      "12:00",
      "15:00",
      "18:00",
      "21:00",
      "16 Nov",
      "03:00",
      "06:00",
      "09:00",
    ]);
  });

  test("are days over weeks", () => {
    expect(labels("2026-11-01T00:00:00Z", "2026-11-15T00:00:00Z", 7)).toEqual([
      "1 Nov",
      "3 Nov",
      "5 Nov",
      "7 Nov",
      "9 Nov",
      "11 Nov",
      "13 Nov",
    ]);
  });

  test("have seconds where minutes are too far apart", () => {
    expect(labels("2026-11-15T10:20:00Z", "2026-11-15T10:20:30Z", 4)).toEqual(["10:20:00", "10:20:15"]);
  });

  test("stand at the zone's own midnight", () => {
    const ticks = timeTicks(at("2026-11-14T12:00:00Z"), at("2026-11-16T12:00:00Z"), 3, "Asia/Kolkata");
    expect(ticks.map((tick) => [new Date(tick.at).toISOString(), tick.label])).toEqual([
      ["2026-11-14T18:30:00.000Z", "15 Nov"],
      ["2026-11-15T18:30:00.000Z", "16 Nov"],
    ]);
  });

  test("go on through a change of the clocks", () => {
    expect(labels("2026-10-24T22:00:00Z", "2026-10-26T00:00:00Z", 10, "Europe/Berlin")).toContain("26 Oct");
  });

  test("are never more than fit, over spans from a second to decades", () => {
    for (const hours of [1 / 3600, 0.1, 1, 5, 24, 100, 1_000, 10_000, 300_000]) {
      const from = at("2026-03-28T05:00:00Z");
      const ticks = timeTicks(from, from + hours * 3_600_000, 8, "Europe/Berlin");
      expect(ticks.length).toBeLessThanOrEqual(9);
      expect(ticks.every((tick, index) => index === 0 || tick.at > (ticks[index - 1]?.at ?? 0))).toBe(true);
    }
  });
});
