import * as fc from "fast-check";
import { expect, it } from "vitest";
import {
  ageOf,
  daysToRead,
  dayWindow,
  isWithinReach,
  partsOf,
  regionPrefix,
  windowOfKey,
} from "#lib/aws/lookup-windows.ts";
import { compareKeys } from "#lib/base/compare-keys.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 10, 20, 14, 7, 30);
const PREFIX = regionPrefix("111122223333", "eu-west-1");
const anyTime = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) });

it("cuts a day into parts without gap or overlap, in the order of their keys, whenever it is looked at", () => {
  fc.assert(
    fc.property(anyTime, fc.integer({ min: 0, max: 3 }), (now, daysAgo) => {
      const day = Math.floor(now / DAY - daysAgo) * DAY;
      const parts = partsOf(PREFIX, day, now);
      expect(parts[0]?.from).toBe(day);
      for (const [index, part] of parts.entries()) {
        expect(windowOfKey(part.key)).toEqual(part);
        const next = parts[index + 1];
        if (next === undefined) expect(part.to + 1000).toBeGreaterThan(Math.min(now, day + DAY - 1000));
        else {
          expect(next.from).toBe(part.to + 1000);
          expect(compareKeys(part.key, next.key)).toBeLessThan(0);
        }
      }
    }),
  );
});

it("reads the days asked for, as far as LookupEvents reaches", () => {
  const days = (from: string | null, to: string | null) =>
    daysToRead({ from, to }, NOW).map((day) => new Date(day).toISOString().slice(0, 10));
  expect(days("2026-11-19", null)).toEqual(["2026-11-19", "2026-11-20"]);
  expect(days("2026-11-18", "2026-11-19")).toEqual(["2026-11-18", "2026-11-19"]);
  expect(days("2026-11-22", null)).toEqual([]);
  expect(days("2020-01-01", null)).toEqual(days(null, null));
  expect(days(null, null)[0]).toBe("2026-08-22");
});

it("holds a window for settled later, and for final a day after its day", () => {
  const [window] = partsOf(PREFIX, Date.UTC(2026, 10, 20), NOW);
  if (window === undefined) throw new Error("There is no part");
  expect(ageOf(window, Date.UTC(2026, 10, 20, 1, 20))).toBe("read 2026-11-20T01:20:00.000Z");
  expect(ageOf(window, Date.UTC(2026, 10, 20, 1, 30))).toBe("settled");
  expect(ageOf(window, Date.UTC(2026, 10, 21, 23, 59))).toBe("settled");
  expect(ageOf(window, Date.UTC(2026, 10, 22))).toBe("final");
});

it("leaves out what will have passed out of reach before it is read", () => {
  const first = dayWindow(PREFIX, Date.UTC(2026, 7, 22));
  expect(isWithinReach(first, NOW)).toBe(true);
  expect(isWithinReach(first, Date.UTC(2026, 10, 20, 23, 50))).toBe(false);
});

it("takes no other key for a window", () => {
  expect(windowOfKey(`${PREFIX}2026/11/20/T1.json.gz`)).toBeNull();
  expect(windowOfKey("111122223333/eu-west-1")).toBeNull();
});
