import { describe, expect, it } from "vitest";
import { sayBars } from "./readout.tsx";
import { sayUncounted, uncountedBars } from "./uncounted.ts";

const start = (hour: number) => `2026-11-16T0${hour}:00:00.000Z`;

function histogram(counts: readonly number[], exact = false) {
  return {
    bucketSeconds: 3600,
    exact,
    examined: exact ? null : counts.reduce((sum, read) => sum + read, 0),
    buckets: counts.map((read, hour) => ({ start: start(hour), read, write: 0, error: 0 })),
    outside: { before: 0, after: 0 },
  };
}

describe("bars that counting did not come to", () => {
  it("are those before the oldest match that was counted", () => {
    expect(uncountedBars(histogram([0, 0, 3, 0, 5]))).toBe(2);
    expect(uncountedBars(histogram([0, 0, 0]))).toBe(3);
  });

  it("are none where all was counted: there was nothing", () => {
    expect(uncountedBars(histogram([0, 0, 3], true))).toBe(0);
    expect(sayUncounted(histogram([0, 0, 3], true), 0, 2)).toBeNull();
  });

  it("are told from quiet ones, and the oldest counted one from a whole one", () => {
    const counted = histogram([0, 0, 3, 0, 5]);
    const say = (first: number, last: number) =>
      sayBars({ histogram: counted, gaps: [], zone: "UTC" }, first, last);
    expect(say(0, 1)).toBe("Mon 16 Nov 2026 00:00 – 02:00 UTC, not counted");
    expect(say(1, 2)).toBe("Mon 16 Nov 2026 01:00 – 03:00 UTC, 3 events: 3 read OK, in part not counted");
    expect(say(3, 3)).toBe("Mon 16 Nov 2026 03:00 – 04:00 UTC, no event");
  });
});
