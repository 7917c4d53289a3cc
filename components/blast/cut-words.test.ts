import { expect, it } from "vitest";
import { cutWords } from "./cut-words.ts";

const WHOLE = { isCut: false, hasMoreNodes: false, looked: 5_000, lookedWrites: 607, nodes: { length: 40 } };
const EVENTS = "Counted are the newest 5,000 events and 607 writes; there are older ones.";
const CREDENTIALS =
  "Listed are 40 credentials; there may be more, and what those issued in turn is not counted.";

it("says what was left out, and nothing of what was not", () => {
  expect(cutWords(WHOLE)).toEqual([]);
  expect(cutWords({ ...WHOLE, isCut: true })).toEqual([EVENTS]);
  expect(cutWords({ ...WHOLE, hasMoreNodes: true })).toEqual([CREDENTIALS]);
  expect(cutWords({ ...WHOLE, isCut: true, hasMoreNodes: true })).toEqual([EVENTS, CREDENTIALS]);
});
