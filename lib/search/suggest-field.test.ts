import { describe, expect, it } from "vitest";
import { editDistance, nearestName, suggestField } from "#lib/search/suggest-field.ts";

describe("suggestField", () => {
  it.each([
    ["evnt", "event"],
    ["EventNmae", "event"],
    ["event_source", "service"],
    ["user-agent", "agent"],
    ["accesskey", "key"],
    ["recource", "resource"],
    ["who", "actor"],
    ["source", "origin"],
    ["readonyl", "readOnly"],
    ["banana", null],
    ["x", null],
    ["x".repeat(10_000), null],
  ])("takes %s for %s", (typed, field) => {
    expect(suggestField(typed)).toBe(field);
  });
});

describe("nearestName", () => {
  it("offers a name of one or two letters only for itself", () => {
    expect(nearestName("Q", ["q", "to"])).toBe("q");
    expect(nearestName("ta", ["q", "to"])).toBeNull();
  });
});

describe("editDistance", () => {
  it.each([
    ["", "abc", 3],
    ["abc", "", 3],
    ["form", "from", 1],
    ["kitten", "sitting", 3],
    ["same", "same", 0],
  ])("counts from %s to %s", (from, to, steps) => {
    expect(editDistance(from, to)).toBe(steps);
  });
});
