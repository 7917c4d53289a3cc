import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hashRange, termHash } from "#lib/db/terms/term-hash.ts";
import { foldCase } from "#lib/search/fold-case.ts";

describe("the hash of a term", () => {
  it("tells values apart that differ by case only, and finds them together", () => {
    expect(termHash("Alice")).not.toBe(termHash("alice"));
    const { first, last } = hashRange("alice");
    for (const value of ["alice", "Alice", "ALICE"]) {
      expect(termHash(value) >= first && termHash(value) <= last).toBe(true);
    }
    expect(termHash("alicf") >= first && termHash("alicf") <= last).toBe(false);
  });

  it("lies in the range of its folded value, for any value", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (value) => {
        const { first, last } = hashRange(foldCase(value));
        return termHash(value) >= first && termHash(value) <= last;
      }),
    );
  });
});
