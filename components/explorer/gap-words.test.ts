import { describe, expect, test } from "vitest";
import type { CoverageGap, Place } from "#lib/search/coverage-gap.ts";
import { tellGaps } from "./gap-words.ts";

const IRELAND = { account: "111122223333", region: "eu-west-1" };
const PROD_IRELAND = { account: "222233334444", region: "eu-west-1" };
const VIRGINIA = { account: "111122223333", region: "us-east-1" };

/** On 12 November; clocks of more than a day are of the days after it. */
const at = (hours: number) => new Date(Date.UTC(2026, 10, 12) + hours * 3_600_000).toISOString();
const END = Date.parse(at(240));

function gap(from: number, to: number, places: readonly Place[], isWhole = false): CoverageGap {
  return { from: at(from), to: at(to), isWhole, places };
}
const words = (...gaps: readonly CoverageGap[]) => tellGaps(gaps, END).words;

describe("one gap", () => {
  test("is told by its length and its place", () => {
    expect(words(gap(2, 4, [IRELAND]))).toBe("1 gap of 2 h in eu-west-1");
    expect(words(gap(2, 14.4, [IRELAND, PROD_IRELAND]))).toBe("1 gap of 12 h in eu-west-1");
    expect(words(gap(2, 2.75, [IRELAND, VIRGINIA]))).toBe("1 gap of 45 min in 2 regions");
    expect(words(gap(2, 98, [VIRGINIA]))).toBe("1 gap of 4 d in us-east-1");
  });

  test("needs no place where all is missing", () => {
    expect(words(gap(2, 4, [IRELAND], true))).toBe("1 gap of 2 h");
  });

  test("of files that name no region is one in part", () => {
    expect(words(gap(2, 4, [{ account: "", region: "" }]))).toBe("1 gap of 2 h in part");
  });

  test("shows the hidden characters of a place", () => {
    expect(words(gap(2, 4, [{ account: "", region: "eu\u202ewest" }]))).toBe(
      "1 gap of 2 h in eu[U+202E]west",
    );
  });

  test("is one, though more is missing in its midst", () => {
    const told = tellGaps(
      [gap(2, 8, [IRELAND]), gap(8, 14, [IRELAND, VIRGINIA], true), gap(14, 22, [VIRGINIA])],
      END,
    );
    expect(told.words).toBe("1 gap of 20 h in 2 regions");
    expect(told.longest).toEqual(gap(2, 22, [IRELAND, VIRGINIA]));
  });
});

test("of several the longest is told", () => {
  const told = tellGaps([gap(2, 4, [VIRGINIA]), gap(5, 10, [IRELAND]), gap(20, 23, [VIRGINIA])], END);
  expect(told.words).toBe("3 gaps, the longest 5 h in eu-west-1");
  expect(told.longest).toEqual(gap(5, 10, [IRELAND]));
});

describe("the ends", () => {
  test("are no gap: before what was loaded is said apart, after it is known from the newest event", () => {
    expect(tellGaps([gap(0, 24, [], true), gap(230, 240, [], true)], END)).toEqual({
      begins: Date.parse(at(24)),
      words: null,
      longest: null,
    });
  });

  test("say nothing of a time that was not loaded at all, nor of one that was", () => {
    const nothing = { begins: null, words: null, longest: null };
    expect(tellGaps([gap(0, 240, [], true)], END)).toEqual(nothing);
    expect(tellGaps([], END)).toEqual(nothing);
  });
});
