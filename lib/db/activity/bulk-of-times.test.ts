import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bulkOfTimes } from "./bulk-of-times.ts";

const hours = (month: string) => Date.parse(`${month}-01T00:00:00Z`) / 3_600_000;
const months = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts).map(([month, events]) => ({ start: hours(month), events }));

/** The months that are left. */
function bulk(counts: Readonly<Record<string, number>>): readonly string[] {
  const found = bulkOfTimes(months(counts));
  return found === null ? [] : Object.keys(counts).slice(found.first, found.last + 1);
}

describe("the bulk of all events", () => {
  test("leaves out a few that lie decades off, on either side and in several places", () => {
    const counts = { "1970-01": 1, "1999-12": 2, "2026-10": 60_000, "2026-11": 40_000, "2099-01": 1 };
    expect(bulk(counts)).toEqual(["2026-10", "2026-11"]);
  });

  test("keeps years that hold much, however far apart", () => {
    const counts = { "2019-03": 5_000, "2026-10": 60_000, "2026-11": 40_000 };
    expect(bulk(counts)).toEqual(Object.keys(counts));
  });

  test("keeps a few events that lie near", () => {
    const counts = { "2026-06": 1, "2026-07": 1, "2026-09": 60_000, "2026-10": 60_000, "2026-12": 1 };
    expect(bulk(counts)).toEqual(Object.keys(counts));
  });

  test("keeps all of what is too little to have a bulk", () => {
    expect(bulk({ "1970-01": 1, "2026-11": 40 })).toEqual(["1970-01", "2026-11"]);
    expect(bulk({ "2026-11": 1 })).toEqual(["2026-11"]);
    expect(bulk({})).toEqual([]);
  });

  test("holds at least 49 of 50 events, whatever the times", () => {
    const tallies = fc
      .uniqueArray(fc.integer({ min: 0, max: 2_000_000 }), { minLength: 1, maxLength: 40 })
      .chain((starts) =>
        fc.tuple(
          ...starts
            .toSorted((a, b) => a - b)
            .map((start) =>
              fc.record({ start: fc.constant(start), events: fc.integer({ min: 1, max: 5_000 }) }),
            ),
        ),
      );
    fc.assert(
      fc.property(tallies, (all) => {
        const found = bulkOfTimes(all);
        const sum = (some: typeof all) => some.reduce((count, { events }) => count + events, 0);
        const inside = sum(all.slice(found?.first ?? 0, (found?.last ?? -1) + 1));
        expect(inside).toBeGreaterThanOrEqual(0.98 * sum(all));
      }),
    );
  });
});
