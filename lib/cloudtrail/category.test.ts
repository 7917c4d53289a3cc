import { expect, it } from "vitest";
import { readCategory } from "#lib/cloudtrail/category.ts";

it.each([
  [{ eventCategory: "Data", managementEvent: true }, "Data"],
  [{ eventType: "AwsCloudTrailInsight" }, "Insight"],
  [{ eventType: "AwsVpceEvent" }, "NetworkActivity"],
  [{ eventType: "AwsVpceEvents" }, "NetworkActivity"],
  [{ eventType: "AwsAggregatedEvent" }, "Aggregated"],
  [{ insightDetails: {} }, "Insight"],
  [{ timeWindow: {} }, "Aggregated"],
  [{ managementEvent: false }, "Data"],
  [{ managementEvent: "false", eventCategory: "" }, "Data"],
  [{}, "Management"],
])("readCategory takes %j for %s", (record, category) => {
  expect(readCategory(record)).toBe(category);
});
