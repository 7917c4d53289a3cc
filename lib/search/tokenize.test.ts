import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryText } from "#lib/search/testing/arbitrary-condition.ts";
import { tokenize } from "#lib/search/tokenize.ts";

const kinds = (text: string) =>
  tokenize(text).map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);

describe("tokenize", () => {
  it.each([
    [
      "-event:Stop* OR (x NOT y)",
      ["minus -", "name event:", "word Stop*", "or OR", "open (", "word x", "not NOT", "word y", "close )"],
    ],
    ['agent:"a b" AND ORx', ["name agent:", 'quoted "a b"', "and AND", "word ORx"]],
    ["arn:aws:s3:::x", ["word arn:aws:s3:::x"]],
    ["event:(key\\:x OR foo:y)", ["name event:", "open (", "word key\\:x", "or OR", "word foo:y", "close )"]],
    ["a\\ b c\\", ["word a\\ b", "word c\\"]],
    ['"open', ['quoted "open']],
  ])("cuts %s", (text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });

  it("covers every character that is not white space, once and in order", () => {
    fc.assert(
      fc.property(
        fc.array(arbitraryText).map((texts) => texts.join("")),
        (text) => {
          let at = 0;
          for (const { start, end } of tokenize(text)) {
            expect(text.slice(at, start).trim()).toBe("");
            expect(end).toBeGreaterThan(start);
            at = end;
          }
          expect(text.slice(at).trim()).toBe("");
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
