import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatQuery } from "#lib/search/format-query.ts";
import { parseQuery } from "#lib/search/parse-query.ts";
import { type Condition, EVERYTHING } from "#lib/search/search.ts";
import { arbitraryCondition, arbitraryText } from "#lib/search/testing/arbitrary-condition.ts";

describe("formatQuery", () => {
  it("gives text that parses to the same condition", () => {
    fc.assert(
      fc.property(arbitraryCondition, (where) => {
        const text = formatQuery(where);
        fc.pre(text.length <= 4_000);
        expect(parseQuery(text)).toEqual({ where, problems: [] });
      }),
      { numRuns: 3_000 },
    );
  });

  it("gives text that formats to itself", () => {
    fc.assert(
      fc.property(arbitraryCondition, (where) => {
        const text = formatQuery(where);
        expect(formatQuery(parseQuery(text).where)).toBe(text);
      }),
    );
  });

  it("reaches the same text from whatever a person typed without mistakes", () => {
    const piece = fc.oneof(
      arbitraryText,
      fc.constantFrom(" ", "(", ")", "OR", "-", "event:", "ip:", "*", "is:read"),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const read = parseQuery(pieces.join(" "));
        fc.pre(read.problems.length === 0);
        expect(parseQuery(formatQuery(read.where))).toEqual(read);
      }),
      { numRuns: 3_000 },
    );
  });

  it.each([
    ["", ""],
    ["EVENTNAME:StopInstances", "event:StopInstances"],
    ['event:"StopInstances"', "event:StopInstances"],
    ["service:ec2.amazonaws.com", "service:ec2"],
    ["service:*s3", "service:*s3"],
    ["event:A OR event:B", "event:(A OR B)"],
    ["role:x (event:A OR event:B)", "role:x event:(A OR B)"],
    ["(a OR b) c", "(a OR b) c"],
    ["NOT (a b)", "-(a b)"],
    ["is:write", "readOnly:false"],
    ["ip:10.1.2.3/8", "ip:10.0.0.0/8"],
    ['agent:"aws-cli/2 *"', 'agent:"aws-cli/2 *"'],
    ["agent:aws-cli/2\\ *", "agent:aws-cli/2\\ *"],
    ["resource:arn:aws:s3:::acme*", "resource:arn:aws:s3:::acme*"],
    [".madeUp:x", ".madeUp:x"],
    ['ip:"300.1.2.3"', 'ip:"300.1.2.3"'],
    ["who:alice", "actor:alice"],
    ['"OR"', '"OR"'],
  ])("writes %s as %s", (typed, canonical) => {
    expect(formatQuery(parseQuery(typed).where)).toBe(canonical);
  });

  it("writes the condition that every event meets, and the one that none meets, wherever they stand", () => {
    const nothing: Condition = { kind: "any", of: [] };
    expect(formatQuery(EVERYTHING)).toBe("");
    expect(formatQuery({ kind: "not", of: EVERYTHING })).toBe("-*");
    expect(formatQuery(nothing)).toBe("-*");
  });
});
