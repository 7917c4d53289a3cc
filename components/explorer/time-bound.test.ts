import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseTime } from "#lib/search/time-range.ts";
import { readBound, readEnd, writeBound } from "./time-bound.ts";

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
      fc.property(fc.integer({ min: 0, max: 3_600_000_000 }), (second) => {
        const at = second * 1_000;
        const bound = readBound(writeBound(at, "Asia/Kathmandu"), "Asia/Kathmandu");
        const text = bound.kind === "bound" ? (bound.text ?? "") : "";
        expect(parseTime(text, 0)).toEqual({ kind: "time", at });
      }),
    );
  });
});

describe("an end that nobody changed", () => {
  it.each([
    ["2026-11-16T03:59:10Z", "2026-11-16 03:59:10"],
    ["2026-11-16T03:59:10.500Z", "2026-11-16 03:59:10"],
    ["2026-11-16T04:59+01", "2026-11-16 03:59"],
    ["now-24h", "2026-11-16 03:59:10"],
  ])("that is written %s is shown as %s, and stays as it was", (text, shown) => {
    const reading = parseTime(text, Date.parse("2026-11-17T03:59:10.123Z"));
    const at = reading.kind === "time" ? reading.at : null;
    expect(writeBound(at, "UTC")).toBe(shown);
    expect(readEnd(shown, { text, at }, "UTC")).toEqual({ kind: "bound", text });
    expect(readEnd("2026-11-16 03:58", { text, at }, "UTC")).toEqual({
      kind: "bound",
      text: "2026-11-16T03:58:00Z",
    });
  });

  it("stays the second of an hour that the clock shows twice", () => {
    const text = "2026-10-25T01:30:00Z";
    const end = { text, at: Date.parse(text) };
    expect(readEnd(writeBound(end.at, "Europe/Berlin"), end, "Europe/Berlin")).toMatchObject({ text });
  });

  it("is open if it was, or if it could not be read", () => {
    expect(readEnd("", { text: null, at: null }, "UTC")).toEqual({ kind: "bound", text: null });
    expect(readEnd("", { text: "soon", at: null }, "UTC")).toEqual({ kind: "bound", text: null });
  });
});
