import { expect, it } from "vitest";
import { LookupInput, lookupSettings, missingGlobalEvents } from "#lib/ingest/lookup-input.ts";

it.each([
  ["us-east-1, eu-west-1  eu-west-1", ["eu-west-1", "us-east-1"]],
  [["US-EAST-1"], ["us-east-1"]],
  ["all", "all"],
  [["eu-west-1", "all"], "all"],
])("reads the regions %j", (regions, read) => {
  expect(LookupInput.parse({ regions }).regions).toEqual(read);
});

it.each([
  [{ regions: "" }, "regions", "Name the regions, such as us-east-1 eu-west-1, or all."],
  [{ regions: "Frankfurt" }, "regions", '"frankfurt" is no region: write eu-west-1, or all.'],
  [{}, "regions", "Name the regions, or all."],
  [{ regions: "all", externalId: "x1" }, "externalId", "An external id goes with a role to assume."],
  [{ regions: "all", from: "2026-11-02", to: "2026-11-01" }, "to", "The last day is before the first."],
])("says what is wrong with %j", (input, field, message) => {
  const issues = LookupInput.safeParse(input).error?.issues ?? [];
  expect(issues.map(({ path, message: said }) => [path.join("."), said])).toEqual([[field, message]]);
});

it.each([
  [{}, "lookup://default"],
  [{ profile: "audit" }, "lookup://profile/audit"],
  [{ profile: "audit", roleArn: "arn:aws:iam::123456789012:role/x/Look" }, "lookup://123456789012/x/Look"],
])("names the source of %j after its credentials", (credentials, name) => {
  const input = LookupInput.parse({ regions: "all", ...credentials });
  expect(lookupSettings(input)).toMatchObject({ name, settings: { kind: "lookup", from: null } });
});

it("tells of global services that a choice of regions leaves out", () => {
  expect(missingGlobalEvents({ regions: ["eu-west-1"] })).toContain("recorded in us-east-1 only");
  expect(missingGlobalEvents({ regions: ["eu-west-1", "us-east-1"] })).toBeNull();
  expect(missingGlobalEvents({ regions: ["cn-north-1"] })).toBeNull();
  expect(missingGlobalEvents({ regions: "all" })).toBeNull();
});
