import { expect, it } from "vitest";
import { planPaper } from "#components/event/paper-plan.ts";
import { nodeAt } from "#lib/base/json-node.ts";
import { type JsonNode, parseJsonText } from "#lib/base/json-text.ts";

function parse(value: unknown): JsonNode {
  const node = parseJsonText(JSON.stringify(value));
  if (node === null) throw new Error("The test's value is no JSON");
  return node;
}

/** Ten lines: `a` and `b`, four below `a`, four below `b`. */
const RECORD = parse({ a: { x: 1, y: { z: 2 }, w: {} }, b: [1, 2, 3, null] });

function shown(most: number) {
  const { children, left } = planPaper(RECORD, most);
  const of = (...path: string[]) => children.get(nodeAt(RECORD, ...path) ?? RECORD) ?? 0;
  return { root: of(), a: of("a"), y: of("a", "y"), b: of("b"), left };
}

it("prints the whole of a record that is short enough", () => {
  expect(shown(10)).toEqual({ root: 2, a: 3, y: 1, b: 4, left: 0 });
  expect(shown(2_000)).toEqual(shown(10));
});

it("prints the first lines of a longer one, and counts what is left out", () => {
  expect(shown(8)).toEqual({ root: 2, a: 3, y: 1, b: 2, left: 2 });
  expect(shown(6)).toEqual({ root: 2, a: 3, y: 1, b: 0, left: 4 });
  expect(shown(3)).toEqual({ root: 1, a: 2, y: 0, b: 0, left: 7 });
});
