import { expect, it } from "vitest";
import { draftProblems } from "#lib/search/draft-problems.ts";
import { parseQuery } from "#lib/search/parse-query.ts";

it.each([
  "event:",
  "event:St",
  "is:wr",
  '"half',
  "(event:A",
  "event:(A OR",
  "event:A OR ",
  "-",
  "NOT",
  "evnt:",
  'a:"b\\',
])("lets somebody finish %j", (text) => {
  expect(draftProblems(text, text.length)).toEqual([]);
});

it.each([
  ["evnt:Stop is", 0],
  ["is:wrote ec2", 3],
  ["event: ec2", 0],
  ["a) b", 1],
])("says what is wrong in %j while the next word is typed", (text, position) => {
  expect(draftProblems(text, text.length).map((problem) => problem.position)).toEqual([position]);
});

it("says everything once nobody types", () => {
  for (const text of ["event:", '"half', "(a", "is:wr"]) {
    expect(draftProblems(text, null)).toEqual(parseQuery(text).problems);
    expect(draftProblems(text, null)).not.toEqual([]);
  }
});
