import { expect, it } from "vitest";
import { compareHref } from "./compare-href.ts";
import { describeOffset } from "./describe-offset.ts";

it.each([
  [0, "same second"],
  [-12, "12 s before"],
  [59, "59 s after"],
  [-185, "3 min before"],
  [7_300, "2 h after"],
])("%d seconds away is %s", (seconds, words) => {
  expect(describeOffset(1_000_000_000 + seconds * 1000, 1_000_000_000)).toBe(words);
});

it("the address of a comparison has its events in order, and a zone only if it was chosen", () => {
  expect(compareHref(["b", "a&c"], "utc")).toBe("/events/compare?id=b&id=a%26c");
  expect(compareHref(["a"], "utc")).toBe("/events/compare?id=a");
  expect(compareHref(["a"], "Europe/Berlin")).toBe("/events/compare?id=a&tz=Europe/Berlin");
  expect(compareHref([], "utc")).toBe("/events/compare");
});
