import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseTime } from "#lib/search/time-range.ts";
import { readBound, writeBound } from "./time-bound.ts";

describe("an end of a span as typed", () => {
  it.each([
    ["2026-11-12 14:31", "UTC", "2026-11-12T14:31:00Z"],
    ["2026-11-12T14:31:07", "UTC", "2026-11-12T14:31:07Z"],
    ["2026-11-12", "Europe/Berlin", "2026-11-11T23:00:00Z"],
    [" now-7d ", "UTC", "now-7d"],
    ["now/d", "UTC", "now/d"],
    ["", "UTC", null],
  ])("%j in %s is %s", (typed, zone, text) => {
    expect(readBound(typed, zone)).toEqual({ kind: "bound", text });
  });

  it.each(["soon", "12.11.2026", "2026-02-30 10:00", "2026-11-12 24:30", "now-7y"])(
    "%j is wrong",
    (typed) => {
      expect(readBound(typed, "UTC").kind).toBe("wrong");
    },
  );

  it("gives text that a view can read", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000_000 }), (minute) => {
        const at = minute * 60_000;
        const bound = readBound(writeBound(at, "Asia/Kathmandu"), "Asia/Kathmandu");
        const text = bound.kind === "bound" ? (bound.text ?? "") : "";
        expect(parseTime(text, 0)).toEqual({ kind: "time", at });
      }),
    );
  });
});
