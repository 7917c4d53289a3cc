import { describe, expect, it } from "vitest";
import { FIRST_WALK, isWalkCheaper, nextWalk } from "#lib/db/read/choose-plan.ts";

const MONTH = { wanted: 50, inPartition: 3_000_000, ahead: 3_000_000, rowCost: 1 };
const seen = (hits: number, indexed = hits, rows = FIRST_WALK) => ({ rows, hits, indexed });

describe("whether to walk on", () => {
  it("walks where a page is near, fetches where nothing was met", () => {
    expect(isWalkCheaper(seen(20), MONTH)).toBe(true);
    expect(isWalkCheaper(seen(0), MONTH)).toBe(false);
  });

  it("fetches what few events have even if all of them are wanted", () => {
    expect(isWalkCheaper(seen(5), { ...MONTH, wanted: 100_000 })).toBe(false);
  });

  it("walks what is left of a short stretch instead of fetching a whole month", () => {
    expect(isWalkCheaper(seen(0), { ...MONTH, ahead: 2_000 })).toBe(true);
  });

  it("walks where the index would bring much of which little is wanted", () => {
    expect(isWalkCheaper(seen(0, 400), MONTH)).toBe(true);
    expect(isWalkCheaper(seen(1, 2), { ...MONTH, wanted: 5_000 })).toBe(false);
  });

  it("counts what testing a row takes", () => {
    expect(isWalkCheaper(seen(2), MONTH)).toBe(true);
    expect(isWalkCheaper(seen(2), { ...MONTH, rowCost: 11 })).toBe(false);
  });
});

describe("the next walk", () => {
  it("begins short, goes as far as what is wanted should lie, and has an end", () => {
    expect(nextWalk(seen(0, 0, 0), 50)).toBe(FIRST_WALK);
    expect(nextWalk(seen(9), 50)).toBe(7_508);
    expect(nextWalk(seen(999), 50)).toBe(FIRST_WALK);
    expect(nextWalk(seen(0), 100_000)).toBe(256_000);
  });
});
