import * as fc from "fast-check";
import { FIELDS } from "#lib/event/fields.ts";
import { matchOf, normalize } from "#lib/search/condition.ts";
import { formatRange, parseRange } from "#lib/search/ip-range.ts";
import type { Condition, Target, Test } from "#lib/search/search.ts";

/** Generators of conditions that a query can express, in normal form, weighted towards awkward text. */

// biome-ignore format: a list to scan
const AWKWARD = [
  "AND", "OR", "NOT", "or", "-", "--x", "(", ")", '"', "\\", "\\\\", "*", "%", "_", ",", ":", ".", "a b", "\n", "\t", " x",
  "now-7d", "now", "event:x", "evnt:x", "is:read", "eventTime:1", "arn:aws:s3:::acme/*", "2001:db8::1", "https://x/?a=b",
  "requestParameters.x:y", "AWS::EC2::Instance", "日本語", "Ünïcödé", "😀", "\u00a0", "\u2028", "'", "`", "=", "+1",
  ".env:x", "\\-x", "\\*", "a\\", "C:\\dir", "DOMAIN\\user", "x:(", "foo:", "from:x", "a.b:80", "*.x:y", "10.0.0.0/8",
] as const;

/** Any text that a stored value can be: no NUL, which Postgres cannot hold. */
export const arbitraryText: fc.Arbitrary<string> = fc
  .oneof(
    fc.constantFrom(...AWKWARD),
    fc.string({ unit: "grapheme", maxLength: 8 }),
    fc.string({ unit: fc.constantFrom(...'ab-*\\"():. ORNTD\n/'), maxLength: 8 }),
    fc.tuple(fc.constantFrom(...AWKWARD), fc.constantFrom(...AWKWARD)).map((two) => two.join("")),
  )
  .filter((text) => !text.includes("\u0000"));

const someText = arbitraryText.filter((text) => text !== "");

const parts = fc
  .tuple(arbitraryText, fc.array(someText, { maxLength: 2 }), arbitraryText)
  .map(([first, middle, last]) => [first, ...middle, last])
  .filter((all) => all.some((part) => part !== ""));

const textTest: fc.Arbitrary<Test> = fc.oneof(
  arbitraryText.map((value): Test => ({ kind: "equals", value })),
  parts.map((all): Test => ({ kind: "wildcard", parts: all })),
  fc.constant<Test>({ kind: "exists" }),
);

const range = fc
  .oneof(
    fc.tuple(fc.ipV4(), fc.integer({ min: 0, max: 32 })),
    fc.tuple(fc.ipV6(), fc.integer({ min: 0, max: 128 })),
  )
  .map(([address, prefix]) => parseRange(`${address}/${prefix}`))
  .filter((read) => !("wrong" in read))
  .map((read) => ("wrong" in read ? "" : formatRange(read)));

const fieldTarget = (id: (typeof FIELDS)[number]["id"]): Target => ({ kind: "field", id });
const textFields = FIELDS.filter((field) => field.kind === "text");
const choices = FIELDS.flatMap((field) =>
  field.kind === "choice" ? field.choices.map((choice) => [field.id, choice] as const) : [],
);

const match: fc.Arbitrary<Condition> = fc.oneof(
  fc
    .tuple(fc.constantFrom(...textFields), textTest)
    .map(([field, test]) => matchOf(fieldTarget(field.id), test)),
  fc.tuple(arbitraryText, textTest).map(([path, test]) => matchOf({ kind: "path", path }, test)),
  fc
    .constantFrom("ec2.amazonaws.com", "a.b.amazonaws.com", "x.y", ".amazonaws.com", "signin.amazonaws.com")
    .map((value) => matchOf(fieldTarget("service"), { kind: "equals", value })),
  fc
    .constantFrom(
      ["ec2", ""],
      ["", "s3.amazonaws.com"],
      ["", "s3", ""],
      ["a.b", "c"],
      ["", "x.amazonaws.com.cn"],
    )
    .map((pattern) => matchOf(fieldTarget("service"), { kind: "wildcard", parts: pattern })),
  range.map((text) => matchOf(fieldTarget("ip"), { kind: "cidr", range: text })),
  fc.constantFrom(...choices).map(([id, value]) => matchOf(fieldTarget(id), { kind: "equals", value })),
  someText.map((value) => matchOf({ kind: "any" }, { kind: "contains", value })),
  fc
    .array(someText, { minLength: 2, maxLength: 3 })
    .map((texts) => matchOf({ kind: "any" }, { kind: "wildcard", parts: ["", ...texts, ""] })),
  fc.constant(matchOf({ kind: "any" }, { kind: "exists" })),
);

export const arbitraryCondition: fc.Arbitrary<Condition> = fc
  .letrec<{ readonly condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      match,
      fc
        .array(tie("condition"), { minLength: 1, maxLength: 4 })
        .map((of): Condition => ({ kind: "all", of })),
      fc
        .array(tie("condition"), { minLength: 1, maxLength: 4 })
        .map((of): Condition => ({ kind: "any", of })),
      tie("condition").map((of): Condition => ({ kind: "not", of })),
    ),
  }))
  .condition.map(normalize);
