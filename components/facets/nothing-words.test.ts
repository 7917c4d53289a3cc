import { expect, it } from "vitest";
import { nothingWords } from "#components/facets/nothing-words.ts";
import type { Facet } from "#lib/search/summary.ts";

const EMPTY: Facet = { field: "error", values: [], none: 0, distinct: 0, exact: true, examined: null };

it.each([
  ["no events", EMPTY],
  ["no value", { ...EMPTY, none: 12 }],
  ["no value", { ...EMPTY, none: 12, exact: false, examined: 12 }],
  // The time was up before the first match was found: there may be any number.
  ["not counted: it took too long", { ...EMPTY, exact: false, examined: 0 }],
])("says %s", (words, facet) => {
  expect(nothingWords(facet)).toBe(words);
});
