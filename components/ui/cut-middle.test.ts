import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cutMiddle, nameOfArn } from "./cut-middle.ts";

describe("cutting the middle out", () => {
  it("keeps both ends", () => {
    expect(cutMiddle("i-0abcdef1234567890", 12)).toBe("i-0abcd…7890");
  });

  it("leaves alone what fits", () => {
    expect(cutMiddle("i-0abc", 6)).toBe("i-0abc");
  });

  it("is never longer than asked, and keeps the first and the last character", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", minLength: 1 }),
        fc.integer({ min: 5, max: 40 }),
        (text, most) => {
          const cut = Array.from(cutMiddle(text, most));
          const whole = Array.from(text);
          expect(cut.length).toBeLessThanOrEqual(Math.max(most, 0));
          expect(cut[0]).toBe(whole[0]);
          expect(cut.at(-1)).toBe(whole.at(-1));
        },
      ),
    );
  });

  it("never splits a surrogate pair", () => {
    const cut = cutMiddle("🧭".repeat(30), 10);
    expect(cut).not.toMatch(/\p{Cs}/u);
    expect(Array.from(cut)).toHaveLength(10);
  });
});

describe("the name in an ARN", () => {
  it.each([
    ["arn:aws:iam::123456789012:role/Deploy", "role/Deploy"],
    ["arn:aws:s3:::acme-logs/a:b", "acme-logs/a:b"],
    ["arn:aws:sns:eu-west-1:123456789012:topic", "topic"],
    ["arn:broken", "arn:broken"],
    ["i-0abc", "i-0abc"],
  ])("of %s is %s", (arn, name) => {
    expect(nameOfArn(arn)).toBe(name);
  });
});
