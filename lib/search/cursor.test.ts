import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Cursor, decodeCursor, encodeCursor, fingerprint } from "#lib/search/cursor.ts";

const FINGERPRINT = fingerprint({ q: "event:A", order: "desc" });
const CURSOR: Cursor = {
  time: 1_794_493_867,
  uuid: "0b1c2d3e-0000-4000-8000-000000000001",
  account: 3,
  direction: "after",
  fingerprint: FINGERPRINT,
};
const problem = (message: RegExp) => ({
  problem: { parameter: "cursor", message: expect.stringMatching(message), position: null },
});

describe("a cursor", () => {
  it("comes back from its text as it was", () => {
    const cursors = fc.record<Cursor>({
      time: fc.integer({ min: -62_135_596_800, max: 253_402_300_799 }),
      uuid: fc.uuid(),
      account: fc.integer({ min: 0, max: 999_999_999_999 }),
      direction: fc.constantFrom("after", "before"),
      fingerprint: fc
        .tuple(fc.string(), fc.constantFrom("asc", "desc"))
        .map(([q, order]) => fingerprint({ q, order })),
    });
    fc.assert(
      fc.property(cursors, (cursor) => {
        const text = encodeCursor(cursor);
        expect(text).toMatch(/^[\w-]+$/);
        expect(decodeCursor(text, cursor.fingerprint)).toEqual(cursor);
      }),
      { numRuns: 1_000 },
    );
  });

  it("of another search means the first page, and says so", () => {
    const other = fingerprint({ q: "event:B", order: "desc" });
    expect(decodeCursor(encodeCursor(CURSOR), other)).toEqual(
      problem(/belongs to another search; showing the first page/),
    );
  });

  it("that nobody made is refused and never throws", () => {
    const garbage = fc.oneof(
      fc.string(),
      fc.string({ unit: "binary" }),
      fc.base64String().map((text) => text.replaceAll("=", "")),
      fc.nat({ max: 80 }).map((at) => encodeCursor(CURSOR).slice(0, at)),
      fc.string().map((text) => encodeCursor(CURSOR) + text),
    );
    fc.assert(
      fc.property(garbage, (text) => {
        fc.pre(text !== encodeCursor(CURSOR));
        expect(decodeCursor(text, FINGERPRINT)).toEqual(problem(/cannot be read/));
      }),
      { numRuns: 2_000 },
    );
  });

  it("of an older or newer version is refused", () => {
    const plain = atob(encodeCursor(CURSOR)).replace(/^1\./, "2.");
    expect(decodeCursor(btoa(plain).replaceAll("=", ""), FINGERPRINT)).toEqual(problem(/cannot be read/));
  });
});

describe("fingerprint", () => {
  it("is the same for two ways to write one search, and another for every other meaning or order", () => {
    const same = fingerprint({ q: '  eventName:"A" ', order: "desc" });
    expect(same).toBe(FINGERPRINT);
    expect(fingerprint({ q: "event:A", order: "asc" })).not.toBe(FINGERPRINT);
    expect(fingerprint({ q: "-event:A", order: "desc" })).not.toBe(FINGERPRINT);
  });
});
