import type { FieldId } from "#lib/event/fields.ts";

/**
 * Paths of the record whose value is exactly a field of the catalogue. Their terms stand under the field only;
 * the query layer translates the path to the field.
 */
export const PATH_ALIASES: ReadonlyMap<string, FieldId> = new Map<string, FieldId>([
  ["eventName", "event"],
  ["eventSource", "service"],
  ["userIdentity.arn", "principal"],
  ["userIdentity.type", "identity"],
  ["userIdentity.accessKeyId", "key"],
  ["userIdentity.invokedBy", "via"],
  ["sourceIPAddress", "ip"],
  ["userAgent", "agent"],
  ["recipientAccountId", "account"],
  ["awsRegion", "region"],
  ["errorCode", "error"],
  ["readOnly", "readOnly"],
  ["eventCategory", "category"],
  ["requestID", "request"],
  ["eventID", "id"],
]);
