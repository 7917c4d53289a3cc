import fc from "fast-check";
import { expect, it } from "vitest";
import { escapeHidden, escapeHiddenInLines } from "#lib/base/escape-hidden.ts";

it.each([
  ["an escape sequence", "\u001b[31mred\u001b[0m", "\\u001b[31mred\\u001b[0m"],
  ["a one-byte control sequence", "\u009b31m", "\\u009b31m"],
  ["a bell and DEL", "\u0007\u007f", "\\u0007\\u007f"],
  ["a right-to-left override", "gpj.\u202eexe", "gpj.\\u202eexe"],
  ["isolates and marks", "\u2066a\u2069\u200f\u061c", "\\u2066a\\u2069\\u200f\\u061c"],
  ["zero-width characters", "ad\u200bmin\ufeff", "ad\\u200bmin\\ufeff"],
  ["line ends", "a\r\nb\tc\u2028d", "a\\r\\nb\\tc\\u2028d"],
  ["tags", "\u{e0041}", "\\udb40\\udc41"],
  ["a lone surrogate", "\ud800x", "\\ud800x"],
])("writes out %s", (_, text, shown) => {
  expect(escapeHidden(text)).toBe(shown);
});

it("leaves everything that can be seen as it is", () => {
  const text = 'Zoë Łąski 李雷 🚀 naïve \\ "quoted" <b>';
  expect(escapeHidden(text)).toBe(text);
});

it("keeps the lines and tabs of a text of several lines, and nothing else", () => {
  expect(escapeHiddenInLines("a\n\tb\r\nc\rd\u001b[2J")).toBe("a\n\tb\r\nc\\rd\\u001b[2J");
});

it("leaves JSON the same JSON, with no character that a terminal obeys", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.string({ unit: "binary" }), (value, text) => {
      const json = escapeHidden(JSON.stringify([value, text]));
      expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify([value, text])));
      expect(json).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
    }),
  );
});
