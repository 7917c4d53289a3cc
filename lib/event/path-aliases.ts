import type { FieldId } from "#lib/event/fields.ts";

/**
 * Paths of the record whose value is exactly a field of the catalogue. Their terms stand under the field only; a query
 * for such a path, or for one above it, looks at the field too: see fieldsBelow.
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

/**
 * The fields that hold the values at or below a path of the record, case ignored: those of `userIdentity` are
 * principal, identity, key and via. Without the event's own id, which is no term.
 */
export function fieldsBelow(path: string): readonly FieldId[] {
  const wanted = path.toLowerCase();
  return [...PATH_ALIASES].flatMap(([alias, id]) => {
    const folded = alias.toLowerCase();
    return id !== "id" && (folded === wanted || folded.startsWith(`${wanted}.`)) ? [id] : [];
  });
}
