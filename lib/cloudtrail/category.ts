import { booleanOf, type JsonObject, textOf } from "#lib/cloudtrail/json-value.ts";

/** AWS's own category where the record has one (since eventVersion 1.07), else what its shape says. */
export function readCategory(record: JsonObject): string {
  return textOf(record["eventCategory"]) ?? derivedCategory(record);
}

function derivedCategory(record: JsonObject): string {
  switch (record["eventType"]) {
    case "AwsCloudTrailInsight":
      return "Insight";
    case "AwsAggregatedEvent":
      return "Aggregated";
    // AWS's documentation uses both spellings.
    case "AwsVpceEvents":
    case "AwsVpceEvent":
      return "NetworkActivity";
    default:
      if (record["insightDetails"] != null) return "Insight";
      if (record["timeWindow"] != null) return "Aggregated";
      return booleanOf(record["managementEvent"]) === false ? "Data" : "Management";
  }
}
