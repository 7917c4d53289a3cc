import { describe, expect, test } from "vitest";
import { couldMatchPlace } from "#lib/search/coverage-gap.ts";
import { parseQuery } from "#lib/search/parse-query.ts";

const PROD = { account: "222233334444", region: "eu-west-1" };
const could = (q: string, place = PROD) => couldMatchPlace(parseQuery(q).where, place);

describe("a query looks at a place", () => {
  test.each([
    "",
    "event:StopInstances",
    "account:222233334444",
    "region:eu-*",
    "account:(111122223333 OR 222233334444) -region:us-east-1",
    "region:us-east-1 OR event:StopInstances",
    "NOT (region:eu-west-1 event:StopInstances)",
  ])("%s", (q) => expect(could(q)).toBe(true));
});

describe("a query does not look at a place", () => {
  test.each([
    "account:111122223333",
    "-region:eu-west-1",
    "event:StopInstances region:us-east-1",
    "NOT (region:eu-west-1 OR event:StopInstances)",
  ])("%s", (q) => expect(could(q)).toBe(false));
});

test("a place that the log objects do not name may be any", () => {
  expect(could("account:111122223333", { account: "", region: "" })).toBe(true);
});
