import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseJsonText } from "#lib/base/json-text.ts";
import { type Plan, planReading } from "./read-plan.ts";

const planOf = (value: unknown) => planReading(parseJsonText(JSON.stringify(value)), "requestParameters");

/** Paths and texts of all leaves, in order. */
function leavesOf(plan: Plan | null): readonly string[] {
  switch (plan?.kind) {
    case "leaf":
      return [`${plan.path}=${plan.node.kind === "string" ? plan.node.value : plan.node.text}`];
    case "list":
      return plan.items.flatMap((item) => leavesOf({ kind: "leaf", ...item }));
    case "table":
      return plan.rows.flatMap((row) =>
        row.flatMap((cell) => (cell === null ? [] : leavesOf({ kind: "leaf", ...cell }))),
      );
    case "fields":
      return plan.fields.flatMap((field) => leavesOf(field.plan));
    case "items":
      return plan.items.flatMap(leavesOf);
    case "document":
      return leavesOf(plan.of);
    default:
      return [];
  }
}

describe("a part of a record, laid out for reading", () => {
  it("is nothing where it says nothing", () => {
    for (const value of [null, {}, [], { a: null, b: { c: [] } }]) expect(planOf(value)).toBeNull();
    expect(planReading(null, "x")).toBeNull();
  });

  it("leaves out AWS's wrappers around lists, and keeps the paths", () => {
    const plan = planOf({
      instancesSet: { items: [{ instanceId: "i-1" }, { instanceId: "i-2" }] },
      force: false,
    });
    expect(plan).toMatchObject({
      kind: "fields",
      fields: [{ name: "instancesSet", plan: { kind: "list" } }, {}],
    });
    expect(leavesOf(plan)).toEqual([
      "requestParameters.instancesSet.items.instanceId=i-1",
      "requestParameters.instancesSet.items.instanceId=i-2",
      "requestParameters.force=false",
    ]);
  });

  it("makes a table of what repeats, with the keys of all rows", () => {
    const plan = planOf({ tags: [{ key: "a", value: "1" }, { key: "b" }] });
    expect(plan).toMatchObject({
      fields: [
        {
          plan: {
            kind: "table",
            columns: ["key", "value"],
            rows: [
              [{}, {}],
              [{}, null],
            ],
          },
        },
      ],
    });
  });

  it("makes no table of what nests, or has many keys", () => {
    const wide = Object.fromEntries("abcdefgh".split("").map((key) => [key, key]));
    expect(planOf([wide, wide])).toMatchObject({ kind: "items" });
    expect(planOf([{ a: { b: 1, c: 2 } }, { a: { b: 1, c: 2 } }])).toMatchObject({ kind: "items" });
  });

  it("opens a document that stands in a text, whose leaves no search can reach", () => {
    const plan = planOf({ policyDocument: '{"Statement":[{"Effect":"Allow","Action":["s3:*","iam:*"]}]}' });
    expect(plan).toMatchObject({ fields: [{ plan: { kind: "document" } }] });
    expect(leavesOf(plan)).toEqual(["null=Allow", "null=s3:*", "null=iam:*"]);
    expect(planOf({ note: "{not json}" })).toMatchObject({ fields: [{ plan: { kind: "leaf" } }] });
  });

  it("stops at a depth that nobody reads", () => {
    const deep = (levels: number): unknown => (levels === 0 ? "end" : { a: 1, b: deep(levels - 1) });
    expect(JSON.stringify(planOf(deep(40)))).toContain('"deep"');
  });

  it("never fails, and loses no leaf of a shallow value", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.array(fc.integer())), (value) => {
        expect(leavesOf(planOf(value))).toHaveLength(Object.values(value).flat().length);
      }),
    );
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        leavesOf(planOf(value));
      }),
    );
  });
});
