import { expect, it } from "vitest";
import { describeQuery } from "./describe-query.ts";

it.each([
  ["q=is:write&from=now-7d", "is:write, last 7 d"],
  ["", "everything, all time"],
  ["q=a&from=2026-11-12&to=2026-11-13", "a, 2026-11-12 to 2026-11-13"],
  ["to=2026-11-13", "everything, the beginning to 2026-11-13"],
])("tells %j in a line", (query, line) => {
  expect(describeQuery(query)).toBe(line);
});
