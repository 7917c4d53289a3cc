import { expect, it } from "vitest";
import { compareHref } from "./compare-href.ts";

it("the address of a comparison has its events in order, and a zone only if it was chosen", () => {
  expect(compareHref(["b", "a&c"], "utc")).toBe("/events/compare?id=b&id=a%26c");
  expect(compareHref(["a"], "utc")).toBe("/events/compare?id=a");
  expect(compareHref(["a"], "Europe/Berlin")).toBe("/events/compare?id=a&tz=Europe/Berlin");
  expect(compareHref([], "utc")).toBe("/events/compare");
});
