import fc from "fast-check";
import { expect, it } from "vitest";
import { highlightQuery, wrongWord } from "#lib/search/highlight-query.ts";
import { parseQuery } from "#lib/search/parse-query.ts";

function shown(text: string): string {
  return highlightQuery(text, parseQuery(text).problems)
    .filter(({ kind }) => kind !== "space")
    .map(({ start, end, kind, isWrong }) => `${kind}${isWrong ? "!" : ""}<${text.slice(start, end)}>`)
    .join(" ");
}

it.each([
  ["event:StopInstances", "name<event:> value<StopInstances>"],
  ["-role:Deploy*", "not<-> name<role:> value<Deploy> wildcard<*>"],
  ["a\\*b*c", "text<a\\*b> wildcard<*> text<c>"],
  ["event:(A OR B) c", "name<event:> operator<(> value<A> operator<OR> value<B> operator<)> text<c>"],
  ['"a b" NOT x', 'text<"a b"> not<NOT> text<x>'],
  ["evnt:Stop", "name!<evnt:> value<Stop>"],
  ["is:wrote", "name<is:> value!<wrote>"],
  ['a "open', 'text<a> text!<"open>'],
])("colours %s", (text, expected) => {
  expect(shown(text)).toBe(expected);
});

it.each([
  ["evnt:Stop b", 0, "evnt:"],
  ["a is:wrote b", 5, "wrote"],
  ['a "open and more', 2, '"open and more'],
  ["a (b c", 2, "("],
  ["a b", 3, undefined],
])("of %j with a problem at %i takes the word that it colours as wrong: %s", (text, position, expected) => {
  const word = wrongWord(text, position);
  expect(word === null ? undefined : text.slice(word.start, word.end)).toBe(expected);
});

it("takes every character into exactly one piece, whatever the text", () => {
  const fragment = fc.oneof(
    fc.constantFrom(
      "event:",
      "(",
      ")",
      '"',
      "*",
      "\\",
      "-",
      " ",
      "OR",
      "AND",
      "NOT",
      "a",
      ":",
      "is:",
      "\u202e",
      "😀",
    ),
    fc.string({ maxLength: 4 }),
  );
  fc.assert(
    fc.property(fc.array(fragment, { maxLength: 12 }), (parts) => {
      const text = parts.join("");
      const pieces = highlightQuery(text, parseQuery(text).problems);
      expect(pieces.map(({ start, end }) => text.slice(start, end)).join("")).toBe(text);
      expect(pieces.every(({ start, end }) => start < end)).toBe(true);
    }),
  );
});
