import { describe, expect, it } from "vitest";
import { rollUpAskOf } from "#lib/db/activity/roll-up-ask.ts";
import { parseQuery } from "#lib/search/parse-query.ts";

const READS = [1, 3, 5];
const WRITES = [0, 2, 4];
const ALL = [0, 1, 2, 3, 4, 5];

function shown(q: string): string | null {
  const ask = rollUpAskOf(parseQuery(q).where);
  if (ask === null) return null;
  const { pick } = ask;
  if (pick === null) return ask.flags.join("");
  const tests = pick.matches.map(({ test }) => ("value" in test ? test.value : test.kind));
  return `${ask.flags.join("")} ${pick.isExcluded ? "not " : ""}${pick.field} ${tests.join("|")}`;
}

describe("what the roll-up can be asked", () => {
  it.each([
    ["", ALL.join("")],
    ["is:read", READS.join("")],
    ["-is:read", WRITES.join("")],
    ["is:write is:denied", "2"],
    ["outcome:(denied OR failed)", "2345"],
    ["-outcome:success", "2345"],
    ["outcome:success OR is:read", "0135"],
    ["outcome:*", ALL.join("")],
    ["is:write is:read", ""],
    ["event:StopInstances", `${ALL.join("")} event StopInstances`],
    ["event:(A OR B) is:write", `${WRITES.join("")} event A|B`],
    ["-region:us-east-1", `${ALL.join("")} not region us-east-1`],
    ["-event:A is:read -event:(B OR C)", `${READS.join("")} not event A|B|C`],
    ["error:*", `${ALL.join("")} error exists`],
    ["session:skeddly-*", `${ALL.join("")} session wildcard`],
    ["ip:10.0.0.0/8", `${ALL.join("")} ip cidr`],
  ])("%s", (q, ask) => {
    expect(shown(q)).toBe(ask);
  });

  it.each([
    ["two fields", "event:A service:iam"],
    ["two fields left out", "-event:A -service:iam"],
    ["a value, and others left out", "event:A* -event:AB"],
    ["one field twice", "event:A -event:B"],
    ["a field or another", "event:A OR service:iam"],
    ["a field or an outcome", "event:A OR is:write"],
    ["a field that it does not count", "key:AKIAIOSFODNN7EXAMPLE"],
    ["free text", "skeddly"],
    ["a path of the record", "requestParameters.force:true"],
  ])("not %s: %s", (_, q) => {
    expect(rollUpAskOf(parseQuery(q).where)).toBeNull();
  });
});
