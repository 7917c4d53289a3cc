import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatQuery } from "#lib/search/format-query.ts";
import { matchesRecord, matchesValue } from "#lib/search/match.ts";
import { parseQuery } from "#lib/search/parse-query.ts";
import { arbitraryCondition, arbitraryText } from "#lib/search/testing/arbitrary-condition.ts";

const ID = "0b1c2d3e-0000-4000-8000-000000000001";
const TERMS = [
  { path: "@event", value: "StopInstances" },
  { path: "@service", value: "ec2.amazonaws.com" },
  { path: "@ip", value: "198.51.100.7" },
  { path: "@resource", value: "i-0abc" },
  { path: "@resource", value: "i-0def" },
  { path: "@readOnly", value: "false" },
  { path: "@principal", value: "arn:aws:iam::111122223333:user/alice" },
  { path: "@key", value: "AKIAEXAMPLE" },
  { path: "@agent", value: 'aws-cli/2 * "x" 100%' },
  { path: "requestParameters.instancesSet.items.instanceId", value: "i-0abc" },
  { path: "requestParametersX", value: "elsewhere" },
  { path: "responseElements.Straße", value: "ΟΔΟΣ" },
  { path: "@shape", value: "@event\n@error\nadditionalEventData.token" },
];

const matches = (q: string) => {
  const { where, problems } = parseQuery(q);
  expect(problems).toEqual([]);
  return matchesRecord(where, TERMS, ID);
};

describe("matchesRecord", () => {
  it.each([
    "",
    "*",
    "event:stopinstances",
    "eventName:StopInstances",
    "event:(StartInstances OR StopInstances)",
    "event:Stop*",
    "event:*Inst*es",
    "service:ec2",
    "service:EC2.amazonaws.com",
    "service:*c2",
    "is:write",
    "-is:read",
    "ip:198.51.100.0/24",
    "resource:i-0abc resource:i-0def",
    "i-0d",
    "0abc",
    'agent:"aws-cli/2 * \\"x\\" 100%"',
    "aws-cli*100%",
    "requestParameters:i-0abc",
    "userIdentity:*user/alice",
    "useridentity:AKIAEXAMPLE",
    "userIdentity.accessKeyId:akiaexample",
    ".sourceIPAddress:198.51.100.7",
    "requestParameters.instancesSet.items.instanceid:I-0ABC",
    "requestParameters.instancesSet:*",
    "additionalEventData.token:*",
    "additionalEventData:*",
    "error:*",
    "responseElements:οδοσ",
    `id:${ID.toUpperCase()}`,
    "id:0b1c*",
    ID,
    "event:A OR event:StopInstances",
    "-(event:A event:StopInstances)",
  ])("finds the event with %s", (q) => {
    expect(matches(q)).toBe(true);
    expect(matches(q === "" ? "-*" : `-(${q})`)).toBe(false);
  });

  it.each([
    "event:Stop",
    "event:*Stop",
    "event:StopInstances*StopInstances",
    "service:ec",
    "ip:10.0.0.0/8",
    "ip:2001:db8::/32",
    "-resource:i-0abc",
    "role:*",
    "requestParameters:elsewhere",
    "requestParameters.instancesSet.items.instance:*",
    "additionalEventData.tok:*",
    '"@error"',
    "1%7",
    "0b1c2d3e",
  ])("does not find the event with %s", (q) => {
    expect(matches(q)).toBe(false);
  });

  it("finds no negation and condition together, and always one of the two", () => {
    const terms = fc.array(
      fc.record({ path: fc.constantFrom("@event", "@ip", "a.b"), value: arbitraryText }),
    );
    fc.assert(
      fc.property(arbitraryCondition, terms, (where, some) => {
        const not = parseQuery(`-(${formatQuery(where) || "*"})`).where;
        expect(matchesRecord(not, some, ID)).toBe(!matchesRecord(where, some, ID));
      }),
    );
  });
});

describe("matchesValue", () => {
  it("agrees with a regular expression on every wildcard", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", ".", "\n"), maxLength: 6 });
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), text, (parts, value) => {
        const pattern = parts.map((part) => part.replaceAll(".", "\\.")).join("[^]*");
        expect(matchesValue({ kind: "wildcard", parts }, value)).toBe(new RegExp(`^${pattern}$`).test(value));
      }),
      { numRuns: 5_000 },
    );
  });

  it.each([
    ["ΟΔΟΣ", "οδοσ", true],
    ["İstanbul", "istanbul", true],
    ["STRASSE", "straße", false],
    ["AWS Internal", "aws internal", true],
  ])("compares %s with %s", (value, typed, is) => {
    expect(matchesValue({ kind: "equals", value: typed }, value)).toBe(is);
  });

  it("finds an IPv4 address that is written inside IPv6, and no service name, in a range", () => {
    const test = { kind: "cidr", range: "192.0.2.0/24" } as const;
    expect(matchesValue(test, "::ffff:192.0.2.1")).toBe(true);
    expect(matchesValue(test, "AWS Internal")).toBe(false);
    expect(matchesValue(test, "ec2.amazonaws.com")).toBe(false);
    expect(matchesValue({ kind: "cidr", range: "::/0" }, "192.0.2.1")).toBe(false);
  });
});
