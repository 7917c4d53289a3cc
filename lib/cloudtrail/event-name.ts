import { type JsonObject, memberOf, textOf } from "#lib/cloudtrail/json-value.ts";

/**
 * The record's name. Insights records carry the name of the call they are about in `insightDetails`, aggregated
 * ones have none: there it is the call counted, or what was counted by. null where nothing names the record.
 */
export function readEventName(record: JsonObject): string | null {
  return (
    textOf(record["eventName"]) ??
    textOf(memberOf(record["insightDetails"], "eventName")) ??
    (record["timeWindow"] == null ? null : aggregatedName(record))
  );
}

/**
 * Shape: `summary.primaryDimension{dimension, statistics[{name, value}]}` (CloudTrail user guide, aggregated events).
 */
function aggregatedName(record: JsonObject): string {
  const primary = memberOf(record["summary"], "primaryDimension");
  const dimension = textOf(primary) ?? textOf(memberOf(primary, "dimension"));
  const statistics = memberOf(primary, "statistics");
  const only =
    Array.isArray(statistics) && statistics.length === 1 ? textOf(memberOf(statistics[0], "name")) : null;
  if (dimension === "eventName" && only !== null) return only;
  const type = textOf(record["eventType"]) ?? "AwsAggregatedEvent";
  return dimension === null ? type : `${type} by ${dimension}`;
}
