import type { FieldId } from "#lib/event/fields.ts";
import { shortService } from "#lib/event/short-service.ts";

/** A value as the list shows it: services by their short names, types without the prefix that all have. */
export function shownValue(field: FieldId, value: string): string {
  switch (field) {
    case "service":
    case "actor":
    case "ip":
      return shortService(value);
    case "resourceType":
      return value.replace(/^AWS::/, "");
    case "readOnly":
      return value === "true" ? "read" : "write";
    default:
      return value;
  }
}
