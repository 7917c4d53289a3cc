import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchesRecord } from "#lib/search/match.ts";
import { inPlaces, namedPlaces } from "#lib/search/named-places.ts";
import { parseQuery } from "#lib/search/parse-query.ts";

const placesOf = (q: string) => {
  const { where, problems } = parseQuery(q);
  expect(problems).toEqual([]);
  return namedPlaces(where);
};

describe("the places that a query names", () => {
  it.each([
    ["account:111122223333", ["111122223333"], null],
    ["region:EU-West-1 event:StopInstances", null, ["eu-west-1"]],
    ["account:1 region:a -error:*", ["1"], ["a"]],
    ["region:(a OR b) is:write", null, ["a", "b"]],
    ["region:a OR region:b", null, ["a", "b"]],
    ["(region:a event:x) OR (region:b event:y)", null, ["a", "b"]],
    ["region:(a OR b) region:(b OR c)", null, ["b"]],
  ])("%s", (q, accounts, regions) => {
    expect(placesOf(q)).toEqual({ accounts, regions });
  });

  it.each(["", "event:x", "-region:a", "region:eu-*", "region:*", "region:a OR event:x", "eu-west-1"])(
    "are none in: %s",
    (q) => {
      expect(placesOf(q)).toBeNull();
    },
  );

  it("are none where they exclude one another: nothing that was loaded could change the answer", () => {
    expect(placesOf("region:a region:b")).toBeNull();
  });

  it("hold every event that the query finds", () => {
    const word = fc.constantFrom("account:1", "account:2", "region:a", "region:b", "-region:a", "event:x");
    const joint = fc.constantFrom(" ", " OR ");
    const query = fc
      .array(fc.tuple(word, joint), { minLength: 1, maxLength: 4 })
      .map((words) => words.map(([text, by], index) => (index === 0 ? text : by + text)).join(""));
    const event = fc.record({
      account: fc.constantFrom("1", "2"),
      region: fc.constantFrom("A", "b"),
      event: fc.constantFrom("x", "y"),
    });
    fc.assert(
      fc.property(query, event, (q, values) => {
        const terms = Object.entries(values).map(([field, value]) => ({ path: `@${field}`, value }));
        const { where } = parseQuery(q);
        const places = namedPlaces(where);
        if (places === null || !matchesRecord(where, terms, "")) return;
        expect(matchesRecord(inPlaces(places), terms, "")).toBe(true);
      }),
    );
  });
});
