import { expect, it } from "vitest";
import { withMeantColons } from "#lib/search/meant-colons.ts";

it.each([
  ["event=StopInstances", "event:StopInstances"],
  ["is:write -eventName=Stop* x", "is:write -event:Stop* x"],
  ["(userIdentity.arn=a OR who=b)", "(principal:a OR actor:b)"],
  ["a=b id-x=y event= =x", null],
  ["agent:user=x", null],
  ['"event=StopInstances"', null],
])("takes %s for %s", (typed, meant) => {
  expect(withMeantColons(typed)).toBe(meant);
});
