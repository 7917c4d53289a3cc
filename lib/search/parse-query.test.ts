import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FIELDS } from "#lib/event/fields.ts";
import { matchOf } from "#lib/search/condition.ts";
import { parseQuery } from "#lib/search/parse-query.ts";
import { type Condition, EVERYTHING, type Target, type Test } from "#lib/search/search.ts";
import { arbitraryText } from "#lib/search/testing/arbitrary-condition.ts";

const field = (id: (typeof FIELDS)[number]["id"], test: Test | string): Condition =>
  matchOf({ kind: "field", id }, typeof test === "string" ? { kind: "equals", value: test } : test);
const path = (name: string, value: string): Condition =>
  matchOf({ kind: "path", path: name }, { kind: "equals", value });
const ANY: Target = { kind: "any" };
const text = (value: string): Condition => matchOf(ANY, { kind: "contains", value });
const wild = (...parts: string[]): Test => ({ kind: "wildcard", parts });
const exists: Test = { kind: "exists" };
const all = (...of: Condition[]): Condition => ({ kind: "all", of });
const any = (...of: Condition[]): Condition => ({ kind: "any", of });
const not = (of: Condition): Condition => ({ kind: "not", of });

describe("parseQuery reads", () => {
  it.each<[string, Condition]>([
    ["", EVERYTHING],
    ["  \n ", EVERYTHING],
    ["event:StopInstances", field("event", "StopInstances")],
    ["eventname:StopInstances", field("event", "StopInstances")],
    ["event:(A OR B)", any(field("event", "A"), field("event", "B"))],
    ["event:(A* -AB)", all(field("event", wild("A", "")), not(field("event", "AB")))],
    [
      'resource:(a OR (b OR "c d"))',
      any(field("resource", "a"), field("resource", "b"), field("resource", "c d")),
    ],
    ["session:skeddly-*", field("session", wild("skeddly-", ""))],
    ["resource:*prod*", field("resource", wild("", "prod", ""))],
    ["resource:a**b", field("resource", wild("a", "b"))],
    ["resource:a\\*b", field("resource", "a*b")],
    ["-region:us-east-1", not(field("region", "us-east-1"))],
    ["error:*", field("error", exists)],
    ["-error:**", not(field("error", exists))],
    ['"10.0.0.1"', text("10.0.0.1")],
    ["i-0abc", text("i-0abc")],
    ["*", matchOf(ANY, exists)],
    ["i-0*c", matchOf(ANY, wild("", "i-0", "c", ""))],
    ["*prod*", text("prod")],
    ["requestParameters.bucketName:acme-logs", path("requestParameters.bucketName", "acme-logs")],
    ["requestparameters:x", path("requestParameters", "x")],
    ["RequestParameters.bucketName:x", path("requestParameters.bucketName", "x")],
    ["newThing.name:x", path("newThing.name", "x")],
    [".newThing:x", path("newThing", "x")],
    [".eventName:x", path("eventName", "x")],
    ["userIdentity.arn:x", field("principal", "x")],
    ["requestParameters.a\\:b:c:d", path("requestParameters.a:b", "c:d")],
    ["a b", all(text("a"), text("b"))],
    ["a AND b", all(text("a"), text("b"))],
    ["a and b or not", all(...["a", "and", "b", "or", "not"].map(text))],
    ["a b OR c", any(all(text("a"), text("b")), text("c"))],
    ["a (b OR c)", all(text("a"), any(text("b"), text("c")))],
    ["NOT a", not(text("a"))],
    ["NOT (a b)", not(all(text("a"), text("b")))],
    ["--a", not(not(text("a")))],
    ["-event:(A OR B)", not(any(field("event", "A"), field("event", "B")))],
    ["event:-x", field("event", "-x")],
    ["event:AND", field("event", "AND")],
    ['"AND"', text("AND")],
    ["\\-x", text("-x")],
    ["DOMAIN\\user", text("DOMAIN\\user")],
    ["resource:arn:aws:s3:::acme", field("resource", "arn:aws:s3:::acme")],
    ["session:a=b,c+d@e.f/g", field("session", "a=b,c+d@e.f/g")],
    ["arn:aws:iam::1:user/x", text("arn:aws:iam::1:user/x")],
    ["2001:db8::1", text("2001:db8::1")],
    ["dead:beef::1", text("dead:beef::1")],
    ["2026-11-12T10:00:00Z", text("2026-11-12T10:00:00Z")],
    ["https://x.example/y", text("https://x.example/y")],
    ["s3:GetObject", text("s3:GetObject")],
    ["AWS::EC2::Instance", text("AWS::EC2::Instance")],
    ["example.com:8080", text("example.com:8080")],
    ["s3.amazonaws.com:x", text("s3.amazonaws.com:x")],
    ['agent:"aws-cli/2 *"', field("agent", "aws-cli/2 *")],
    ['agent:"a \\"b\\" \\\\ \\c"', field("agent", 'a "b" \\ \\c')],
    ['agent:""', field("agent", "")],
    ["agent:aws-cli/2\\ *", field("agent", wild("aws-cli/2 ", ""))],
    ["is:read", field("readOnly", "true")],
    ["IS:Write", field("readOnly", "false")],
    ["is:(denied OR failed)", any(field("outcome", "denied"), field("outcome", "failed"))],
    ["-is:success", not(field("outcome", "success"))],
    ["outcome:DENIED", field("outcome", "denied")],
    ["mfa:*", field("mfa", exists)],
    ["service:ec2", field("service", "ec2.amazonaws.com")],
    ['service:"ec2"', field("service", "ec2.amazonaws.com")],
    ["eventSource:ec2.amazonaws.com", field("service", "ec2.amazonaws.com")],
    ["service:*s3*", field("service", wild("", "s3", ""))],
    ["service:*s3", field("service", wild("", "s3.amazonaws.com"))],
    ["service:ec2.*", field("service", wild("ec2.", ""))],
    ["ip:10.0.0.1", field("ip", "10.0.0.1")],
    ["ip:10.0.0.0/8", field("ip", { kind: "cidr", range: "10.0.0.0/8" })],
    ["ip:10.1.2.3/8", field("ip", { kind: "cidr", range: "10.0.0.0/8" })],
    ["ip:2001:DB8:0::/32", field("ip", { kind: "cidr", range: "2001:db8::/32" })],
    ['ip:"AWS Internal/3"', field("ip", "AWS Internal/3")],
    ["ip:ec2.amazonaws.com", field("ip", "ec2.amazonaws.com")],
    ["ip:300.1.*", field("ip", wild("300.1.", ""))],
    ['ip:"300.1.2.3"', field("ip", "300.1.2.3")],
    ["who:alice", field("actor", "alice")],
    ["requestParameters.cidrIp:0.0.0.0/0", path("requestParameters.cidrIp", "0.0.0.0/0")],
    ['a"b"(c)', all(text("a"), text("b"), text("c"))],
  ])("%s", (q, where) => {
    expect(parseQuery(q)).toEqual({ where, problems: [] });
  });

  it("every field of the catalogue by both of its names", () => {
    for (const { id, awsName, kind } of FIELDS) {
      const where = field(id, exists);
      expect(parseQuery(`${id}:*`).where).toEqual(where);
      expect(parseQuery(`${awsName}:*`), kind).toEqual({ where, problems: [] });
    }
  });

  it("any value after a field, in quotes, as exactly that value", () => {
    fc.assert(
      fc.property(arbitraryText, (value) => {
        const quoted = `"${value.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
        expect(parseQuery(`agent:${quoted}`)).toEqual({ where: field("agent", value), problems: [] });
      }),
    );
  });
});

describe("parseQuery reports", () => {
  it.each<[string, number, RegExp]>([
    ["event:", 0, /event: needs a value right after the colon/],
    ["foo event: StopInstances", 4, /needs a value/],
    ["(event:)", 1, /needs a value/],
    ["is:", 0, /is:write/],
    ["foo evnt:Stop", 4, /evnt is not a field\. Did you mean event\?/],
    ["event_name:Stop", 0, /Did you mean event\?/],
    ["banana:x", 0, /banana is not a field\. To search for the text itself, put it in quotes\./],
    ["banana:(a OR b)", 0, /banana is not a field/],
    ['a "b c', 2, /quotation mark is never closed/],
    ['a "', 2, /quotation mark is never closed/],
    ['outcome:"', 8, /quotation mark is never closed/],
    ['agent:"b', 6, /quotation mark is never closed/],
    ["a (b", 2, /bracket is never closed/],
    ["event:(A OR B", 6, /bracket is never closed/],
    ["a) b", 1, /closes nothing/],
    ["a ()", 2, /nothing between these brackets/],
    ["event:()", 6, /nothing between these brackets/],
    ['a ""', 2, /nothing between these quotation marks/],
    ["a OR", 2, /OR needs/],
    ["OR a", 0, /OR needs/],
    ["a OR OR b", 2, /OR needs/],
    ["(OR a)", 1, /OR needs/],
    ["AND a", 0, /AND needs/],
    ["a AND", 2, /AND needs/],
    ["a AND OR b", 2, /AND needs/],
    ["a NOT", 2, /NOT needs/],
    ["(a NOT)", 3, /NOT needs/],
    ["a - b", 2, /minus stands right before/],
    ["(-)", 1, /minus needs/],
    ["readOnly:yes", 9, /readOnly takes true, false or \*, not yes\./],
    ["outcome:den*", 8, /outcome takes success, denied, failed or \*, not den\*\./],
    ["is:slow", 3, /is takes read, write, denied, failed or success, not slow\./],
    ["ip:10.0.0.0/33", 3, /0 to 32 for IPv4/],
    ["ip:2001:db8::/129", 3, /0 to 128 for IPv6/],
    ["ip:300.1.2.3", 3, /300\.1\.2\.3 is not an address: its numbers are 0 to 255/],
    ["ip:(10.0.0.1 OR 10.0.0.01)", 16, /10\.0\.0\.01 is not an address/],
    ["ip:10.0.0/8", 3, /10\.0\.0\/8 is not an address range/],
    ["eventTime:2026-11-12", 0, /Time is not part of the query\. .*\(key t\), .* parameters from and to/],
    ["a from:10.0.0.1", 2, /from and to.* For an address write ip\./],
    ["a before:now-7d", 2, /from and to, such as from=now-7d\.$/],
    ["a now-7d", 2, /from and to/],
    ["event:(A OR service:ec2)", 12, /Only values stand/],
    ["requestParameters.*.name:x", 0, /no wildcard/],
    ["a\u0000b", 1, /NUL/],
  ])("%j at %i", (q, position, message) => {
    const { problems } = parseQuery(q);
    expect(problems).toEqual([{ parameter: "q", position, message: expect.stringMatching(message) }]);
  });

  it("every mistake in one pass, in reading order, and still a best reading", () => {
    const { where, problems } = parseQuery('role:x evnt:A (event: is:slow "y');
    expect(problems.map((problem) => problem.position)).toEqual([7, 14, 15, 25, 30]);
    expect(where).toEqual(all(field("role", "x"), text("A"), text("y")));
  });

  it("a text, a list or a nesting that is too long, once", () => {
    const once = (q: string) =>
      parseQuery(q).problems.map(({ message, position }) => `${position} ${message}`);
    expect(once("a".repeat(4_000))).toEqual([]);
    expect(once(`(${"a".repeat(4_000)}`)).toEqual(["4000 The query is longer than 4000 characters."]);
    expect(once("a ".repeat(200))).toEqual([]);
    expect(once("a ".repeat(201))).toEqual(["400 The query has more than 200 conditions."]);
    expect(once(`${"(".repeat(50)}a${")".repeat(50)}`)).toEqual([]);
    expect(once(`${"(".repeat(51)}a${")".repeat(51)}`)).toEqual([
      "51 The query is nested more than 50 deep.",
    ]);
    for (const deep of ["(", "-", "NOT ", "event:("]) {
      expect(once(deep.repeat(1_500).slice(0, 4_000)).length).toBeGreaterThan(0);
    }
  });

  it("nothing worse than problems for any text at all, each at a place inside it", () => {
    const piece = fc.oneof(
      arbitraryText,
      fc.constantFrom("(", ")", '"', "-", "OR ", "event:", "is:", "ip:", "\\", " "),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const q = pieces.join("");
        for (const { position } of parseQuery(q).problems) {
          expect(position).toBeGreaterThanOrEqual(0);
          expect(position).toBeLessThan(q.length);
        }
      }),
      { numRuns: 3_000 },
    );
  });
});
