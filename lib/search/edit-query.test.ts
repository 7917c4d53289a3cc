import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allOf } from "#lib/search/condition.ts";
import { addCondition, asPart, queryFor, removeCondition } from "#lib/search/edit-query.ts";
import { formatQuery } from "#lib/search/format-query.ts";
import { matchesRecord } from "#lib/search/match.ts";
import { parseQuery } from "#lib/search/parse-query.ts";
import { arbitraryCondition, arbitraryText } from "#lib/search/testing/arbitrary-condition.ts";

const exclude = { exclude: true };
const names = fc.oneof(
  fc.constantFrom("event", "awsRegion", "resource", "role", "requestParameters.a b"),
  arbitraryText,
);

describe("addCondition", () => {
  it.each([
    ["", "event", "StopInstances", "event:StopInstances"],
    ["is:write  foo", "event", "A", "is:write  foo event:A"],
    ["event:A", "event", "B", "event:(A OR B)"],
    ["is:write event:(A OR B) foo", "eventName", "C", "is:write event:(A OR B OR C) foo"],
    ["event:A OR event:B", "event", "C", "event:(A OR B OR C)"],
    ["event:A", "event", "a", "event:A"],
    ["event:Stop*", "event", "StopInstances", "event:Stop* event:StopInstances"],
    ["event:Stop*", "event", "Start", "event:(Stop* OR Start)"],
    ["error:*", "error", "AccessDenied", "error:* error:AccessDenied"],
    ["a OR b", "event", "A", "(a OR b) event:A"],
    ["-event:A foo", "event", "A", "foo event:A"],
    ["-event:(A OR B)", "event", "A", "-event:B event:A"],
    ["resource:a", "resource", "b", "resource:a resource:b"],
    ["is:read", "readOnly", "false", "readOnly:(true OR false)"],
    ["is:read", "readOnly", "true", "is:read"],
    ["service:ec2", "service", "ec2.amazonaws.com", "service:ec2"],
    ["", "agent", "aws-cli/2 (x) *", 'agent:"aws-cli/2 (x) *"'],
    ["", "requestParameters.bucketName", "acme", "requestParameters.bucketName:acme"],
    ["foo(event:A)", "event", "B", "foo event:(A OR B)"],
    ["foo\\", "event", "B", '"foo\\\\" event:B'],
    ["foo AND -event:B", "event", "B", "foo event:B"],
  ])("adds to %s the %s %s", (q, name, value, expected) => {
    expect(addCondition(q, name, value)).toBe(expected);
  });

  it.each([
    ["", "event", "A", "-event:A"],
    ["event:A foo", "event", "A", "foo -event:A"],
    ["event:(A OR B)", "event", "A", "event:B -event:A"],
    ["-event:A", "event", "A", "-event:A"],
    ["-event:A", "event", "B", "-event:A -event:B"],
    ["a OR b", "event", "A", "(a OR b) -event:A"],
  ])("excludes from %s the %s %s", (q, name, value, expected) => {
    expect(addCondition(q, name, value, exclude)).toBe(expected);
  });

  it("leaves a query that cannot be read as it is, and appends", () => {
    expect(addCondition("event: foo", "role", "x")).toBe("event: foo role:x");
  });

  it("puts any value of any name into effect, exactly", () => {
    fc.assert(
      fc.property(arbitraryCondition, names, arbitraryText, (where, name, value) => {
        fc.pre(name !== "service" && name !== "ip");
        const before = formatQuery(where);
        const q = addCondition(before, name, value);
        expect(parseQuery(q).problems).toEqual([]);
        expect(addCondition(q, name, value)).toBe(q);
        const without = addCondition(q, name, value, exclude);
        expect(parseQuery(without).problems).toEqual([]);
        expect(addCondition(without, name, value, exclude)).toBe(without);
      }),
      { numRuns: 1_000 },
    );
  });

  it("makes of an empty query what queryFor writes", () => {
    fc.assert(
      fc.property(names, arbitraryText, (name, value) => {
        expect(addCondition("", name, value)).toBe(queryFor(name, value));
      }),
      { numRuns: 2_000 },
    );
  });

  it("makes a query that finds the value and nothing else", () => {
    fc.assert(
      fc.property(arbitraryText, arbitraryText, arbitraryText, (path, value, other) => {
        fc.pre(value.toLowerCase() !== other.toLowerCase());
        const q = queryFor(path, value);
        const { where } = parseQuery(q);
        fc.pre(where.kind === "match" && where.target.kind === "path");
        expect(matchesRecord(where, [{ path, value }], "")).toBe(true);
        expect(matchesRecord(where, [{ path, value: other }], "")).toBe(false);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("asPart", () => {
  it.each([
    ["", ""],
    ["  is:write ", "is:write"],
    ["a OR b", "(a OR b)"],
    ["C:\\Users\\", '"C:\\\\Users\\\\"'],
  ])("makes %j %j", (q, expected) => {
    expect(asPart(q)).toBe(expected);
  });

  it("gives a text behind which another condition means what it says", () => {
    const loose = fc.stringMatching(/^[ab:"()\\ *-]{0,8}$/);
    const typed = fc.oneof(arbitraryText, arbitraryCondition.map(formatQuery), loose);
    fc.assert(
      fc.property(typed, arbitraryText, (q, value) => {
        const { where, problems } = parseQuery(q);
        fc.pre(problems.length === 0);
        const both = parseQuery(`${asPart(q)} ${queryFor("region", value)}`);
        const added = parseQuery(queryFor("region", value)).where;
        expect(both.problems).toEqual([]);
        expect(formatQuery(both.where)).toBe(formatQuery(allOf([where, added])));
      }),
      { numRuns: 3_000 },
    );
  });
});

describe("removeCondition", () => {
  it.each([
    ["event:A", "event", "A", ""],
    ["x event:A y", "event", "A", "x y"],
    ["event:(A OR B)", "event", "a", "event:B"],
    ["x AND event:A", "event", "A", "x"],
    ["x", "event", "A", "x"],
    ["-event:A", "event", "A", "-event:A"],
    ["(event:A role:x) OR y", "event", "A", "(event:A role:x) OR y"],
  ])("takes from %s the %s %s", (q, name, value, expected) => {
    expect(removeCondition(q, name, value)).toBe(expected);
  });

  it("takes an exclusion out", () => {
    expect(removeCondition("x -event:A", "event", "A", exclude)).toBe("x");
    expect(removeCondition("-event:(A OR B)", "event", "A", exclude)).toBe("-event:B");
  });

  it("undoes what was added", () => {
    fc.assert(
      fc.property(arbitraryText, arbitraryText, fc.boolean(), (name, value, isExcluded) => {
        const options = { exclude: isExcluded };
        expect(removeCondition(addCondition("is:write", name, value, options), name, value, options)).toBe(
          "is:write",
        );
      }),
    );
  });
});
