import { expect, it } from "vitest";
import { unstorable } from "#lib/base/unstorable.ts";

it.each([
  ["a\0b", "a NUL character"],
  ["\uD83D", "half a character (a lone surrogate)"],
  ["\uDE00\uD83D", "half a character (a lone surrogate)"],
])("names what cannot be stored of %j", (text, what) => {
  expect(unstorable(text)).toBe(what);
});

it.each(["", "i-0abc", "%00", "\\0", "␀", "😀", "\u0001\uFFFF"])("lets %j pass", (text) => {
  expect(unstorable(text)).toBeNull();
});
