import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asUuid, canonicalJson, contentUuid } from "#lib/cloudtrail/content-uuid.ts";

describe("asUuid", () => {
  it("takes AWS's ids in any case", () => {
    expect(asUuid("6F0d2a31-7c1b-4a57-9b0e-2f2f6c1d9a1F")).toBe("6f0d2a31-7c1b-4a57-9b0e-2f2f6c1d9a1f");
  });

  it.each([
    "",
    "...",
    "6f0d2a317c1b4a579b0e2f2f6c1d9a10",
    "{6f0d2a31-7c1b-4a57-9b0e-2f2f6c1d9a10}",
    "6f0d2a31-7c1b-4a57-9b0e-2f2f6c1d9a10\n",
  ])("takes %j for none", (text) => expect(asUuid(text)).toBeNull());
});

describe("contentUuid", () => {
  it("is a UUID of version 8, the same for the same text", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(contentUuid(text)).toMatch(
          /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
        );
        expect(contentUuid(text)).toBe(contentUuid(text));
      }),
    );
  });

  it("does not change from release to release, since stored events are known by it", () => {
    expect(contentUuid("waymark")).toBe("b0c79469-6fe5-8317-b42c-3344daf4e2c8");
  });

  it("differs for near neighbours", () => {
    const texts = Array.from({ length: 20_000 }, (_, i) => `record ${i}`);
    const near = ["", "a", "aa", "ab", "ba", "\u0000", "\u0000\u0000"];
    expect(new Set([...texts, ...near].map(contentUuid)).size).toBe(texts.length + near.length);
  });
});

describe("canonicalJson", () => {
  it("does not depend on the order of keys, but on that of lists", () => {
    expect(canonicalJson({ b: [{ y: 1, x: null }], a: "é\n" })).toBe('{"a":"é\\n","b":[{"x":null,"y":1}]}');
    expect(canonicalJson([1, 2])).not.toBe(canonicalJson([2, 1]));
  });
});
