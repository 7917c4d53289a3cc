import { cutText } from "#lib/base/cut-text.ts";

/**
 * Tells what a JSON object is by its top-level keys alone.
 * - `record`: a CloudTrail record by itself
 * - `envelope`: an EventBridge event that carries one in `detail`
 * - `lookup`: an entry of LookupEvents that carries one as text in `CloudTrailEvent`
 * - `digest`: a CloudTrail digest file
 * - `foreign`: anything else
 */
export type JsonObjectKind = "record" | "envelope" | "lookup" | "digest" | "foreign";

const RECORD_KEYS: readonly string[] = [
  "eventVersion",
  "eventTime",
  "eventName",
  "eventSource",
  "eventID",
  "eventCategory",
  "userIdentity",
  "insightDetails",
  "timeWindow",
];
const DIGEST_KEYS: readonly string[] = ["digestStartTime", "digestEndTime", "logFiles"];

export function jsonObjectKind(keys: ReadonlySet<string>): JsonObjectKind {
  if (keys.has("detail") && keys.has("detail-type")) return "envelope";
  if (keys.has("CloudTrailEvent")) return "lookup";
  if (RECORD_KEYS.some((key) => keys.has(key))) return "record";
  if (DIGEST_KEYS.some((key) => keys.has(key))) return "digest";
  return "foreign";
}

/** One sentence that says what was found in place of CloudTrail records. */
export function describeForeign(keys: ReadonlySet<string>): string {
  const kind = jsonObjectKind(keys);
  if (kind === "digest")
    return "This is a CloudTrail digest file, which lists log files and holds no events.";
  if (keys.size === 0) return "This is an empty JSON object, not CloudTrail.";
  if (keys.has("Records")) return "This is JSON, but not CloudTrail: its Records is not an array.";
  const names = [...keys].slice(0, 5).map((key) => cutText(key, 40));
  const more = keys.size > names.length ? " …" : "";
  return `This is JSON, but not CloudTrail: its top-level keys are ${names.join(", ")}${more}.`;
}
