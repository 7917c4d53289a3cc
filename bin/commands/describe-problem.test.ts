import { expect, it } from "vitest";
import { describeProblem } from "#bin/commands/describe-problem.ts";
import { textWidth } from "#lib/base/text-width.ts";

/** What stands above the caret, from there on. */
function underlined(q: string, position: number): string {
  const [, line = "", caret = ""] = describeProblem({ parameter: "q", message: "Wrong.", position }, q).split(
    "\n",
  );
  let cells = 0;
  let rest = line;
  for (const character of line) {
    if (cells >= caret.length - 1) break;
    cells += textWidth(character);
    rest = rest.slice(character.length);
  }
  return rest;
}

it("points at the place, also behind wide and hidden characters", () => {
  expect(underlined("event:(a", 6)).toBe("(a");
  expect(underlined("actor:李雷 event:(a", 15)).toBe("(a");
  expect(underlined("a\u202eb event:(a", 10)).toBe("(a");
});

it("shows a window of a long query", () => {
  const q = `${"x".repeat(300)}(${"y".repeat(300)}`;
  expect(underlined(q, 300)).toMatch(/^\(y+…$/);
  const lines = describeProblem({ parameter: "q", message: "Wrong.", position: 300 }, q).split("\n");
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(80);
});

it("names the option that is wrong", () => {
  expect(describeProblem({ parameter: "to", message: "to is before from.", position: null }, "")).toBe(
    "--to: to is before from.",
  );
});
