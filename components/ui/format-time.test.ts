import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formatAgo,
  formatClock,
  formatDate,
  formatDay,
  formatInstant,
  fromInputValue,
  isZone,
  readZone,
  toInputValue,
} from "./format-time.ts";

const AT = Date.UTC(2026, 10, 12, 23, 31, 7);

describe("a time in a zone", () => {
  it.each([
    ["UTC", "2026-11-12 23:31:07 UTC", "Thu 12 Nov 2026"],
    ["Europe/Berlin", "2026-11-13 00:31:07 Europe/Berlin", "Fri 13 Nov 2026"],
    ["America/St_Johns", "2026-11-12 20:01:07 America/St_Johns", "Thu 12 Nov 2026"],
    ["Pacific/Kiritimati", "2026-11-13 13:31:07 Pacific/Kiritimati", "Fri 13 Nov 2026"],
  ])("reads in %s as %s", (zone, instant, day) => {
    expect(formatInstant(AT, zone)).toBe(instant);
    expect(formatDay(AT, zone)).toBe(day);
  });

  it("writes midnight as 00, not 24", () => {
    expect(formatClock(Date.UTC(2026, 0, 1), "UTC")).toBe("00:00:00");
  });

  it("agrees with ISO 8601 in UTC for any second", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_102_444_800 }), (second) => {
        const at = second * 1000;
        const iso = new Date(at).toISOString();
        expect(`${formatDate(at, "UTC")}T${formatClock(at, "UTC")}.000Z`).toBe(iso);
      }),
    );
  });
});

describe("the value of a date-time input", () => {
  it.each(["UTC", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe"])(
    "comes back as the same second in %s, except in an hour that the clock shows twice",
    (zone) => {
      fc.assert(
        fc.property(fc.integer({ min: 0, max: 3_600_000_000 }), (second) => {
          const at = second * 1_000;
          const shown = toInputValue(at, zone);
          const back = fromInputValue(shown, zone);
          expect(back).not.toBeNull();
          expect(toInputValue(back ?? 0, zone)).toBe(shown);
          expect(back ?? 0).toBeLessThanOrEqual(at);
        }),
      );
    },
  );

  it("takes the first of a time that the clock shows twice", () => {
    // Berlin's clocks go back from 03:00 to 02:00 on 25 October 2026, at 01:00 UTC.
    expect(fromInputValue("2026-10-25T02:30", "Europe/Berlin")).toBe(Date.UTC(2026, 9, 25, 0, 30));
  });

  it("takes the moment after the skip of a time that the clock leaves out", () => {
    // Berlin's clocks go from 02:00 to 03:00 on 29 March 2026, at 01:00 UTC.
    expect(fromInputValue("2026-03-29T02:30", "Europe/Berlin")).toBe(Date.UTC(2026, 2, 29, 1, 30));
  });

  it.each(["", "soon", "2026-13-01T00:00", "2026-11-12", "2026-11-12T25:00", "2026-02-30T10:00"])(
    "%j is none",
    (value) => {
      expect(fromInputValue(value, "UTC")).toBeNull();
    },
  );
});

describe("how long ago", () => {
  it.each([
    [0, "just now"],
    [59_000, "just now"],
    [60_000, "1 min ago"],
    [3_599_000, "59 min ago"],
    [3 * 3_600_000, "3 h ago"],
    [1_500 * 86_400_000, "1,500 d ago"],
    [-7_200_000, "in 2 h"],
  ])("%d milliseconds is %s", (distance, words) => {
    expect(formatAgo(AT - distance, AT)).toBe(words);
  });
});

describe("a zone's name", () => {
  it("is known or is not", () => {
    expect(isZone("Europe/Berlin")).toBe(true);
    expect(isZone("Mars/Olympus")).toBe(false);
  });

  it("falls back to UTC", () => {
    expect(readZone("Mars/Olympus")).toBe("UTC");
    expect(readZone(undefined)).toBe("UTC");
    expect(readZone("Asia/Tokyo")).toBe("Asia/Tokyo");
  });
});
