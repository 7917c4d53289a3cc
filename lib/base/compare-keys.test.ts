import fc from "fast-check";
import { expect, test } from "vitest";
import { compareKeys } from "#lib/base/compare-keys.ts";

test("orders any two keys as their UTF-8 bytes", () => {
  const key = fc.string({ unit: "binary", maxLength: 6 });
  fc.assert(
    fc.property(key, key, (a, b) => {
      expect(Math.sign(compareKeys(a, b))).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)));
    }),
    {
      examples: [
        ["\u{1F600}", "\uFFFD"],
        ["a", "ab"],
        ["", ""],
      ],
    },
  );
});
