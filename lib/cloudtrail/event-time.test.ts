import { describe, expect, it } from "vitest";
import { formatEventTime, readEventTime } from "#lib/cloudtrail/event-time.ts";

const at = Date.UTC(2026, 10, 12, 14, 31, 7) / 1000;

describe("readEventTime", () => {
  it.each([
    ["AWS's own form", "2026-11-12T14:31:07Z"],
    ["milliseconds, cut down", "2026-11-12T14:31:07.999Z"],
    ["nanoseconds", "2026-11-12T14:31:07.123456789Z"],
    ["an offset ahead", "2026-11-12T15:31:07+01:00"],
    ["an offset behind, without colon", "2026-11-12T09:01:07.5-0530"],
    ["epoch seconds", at],
    ["epoch seconds with a fraction", at + 0.9],
    ["epoch milliseconds", at * 1000 + 7],
  ])("reads %s", (_what, value) => {
    expect(readEventTime(value)).toBe(at);
    expect(formatEventTime(value, at)).toBe("2026-11-12T14:31:07Z");
  });

  it("knows the calendar", () => {
    expect(readEventTime("2024-02-29T00:00:00Z")).toBe(Date.UTC(2024, 1, 29) / 1000);
    expect(readEventTime("2000-02-29T00:00:00Z")).toBe(Date.UTC(2000, 1, 29) / 1000);
  });

  it.each([
    "2026-02-29T00:00:00Z",
    "2100-02-29T00:00:00Z",
    "2026-13-01T00:00:00Z",
    "2026-00-01T00:00:00Z",
    "2026-04-31T00:00:00Z",
    "2026-11-12T24:00:00Z",
    "2026-11-12T14:60:00Z",
    "2026-11-12T14:31:60Z",
    "2026-11-12T14:31:07",
    "2026-11-12 14:31:07Z",
    "2026-11-12T14:31:0xZ",
    "2026-11-12T14:31:07+24:00",
    "1969-12-31T23:59:59Z",
    "1970-01-01T00:30:00+01:00",
    "Nov 12, 2026 2:31:07 PM",
    "...",
    "",
    -1,
    1e18,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    true,
    null,
    undefined,
    {},
    [],
  ])("takes %j for no time", (value) => {
    expect(readEventTime(value)).toBeNull();
  });
});
