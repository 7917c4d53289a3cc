import { expect, it } from "vitest";
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
