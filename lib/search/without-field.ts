import type { FieldId } from "#lib/event/fields.ts";
import { allOf } from "#lib/search/condition.ts";
import type { Condition } from "#lib/search/search.ts";

/**
 * The condition without what it asks of this field at its top level, included or excluded: a list of a field's top
 * values offers what could be asked instead. A condition that joins the field with others by OR stays: without it
 * something else would be asked.
 */
export function withoutField(condition: Condition, id: FieldId): Condition {
  const parts = condition.kind === "all" ? condition.of : [condition];
  const kept = parts
    .map((part) => (part.kind === "all" ? withoutField(part, id) : part))
    .filter((part) => !isOnlyAbout(part, id));
  return kept.length === parts.length && kept.every((part, index) => part === parts[index])
    ? condition
    : allOf(kept);
}

/** True where the condition asks for nothing but values of this field. */
function isOnlyAbout(condition: Condition, id: FieldId): boolean {
  switch (condition.kind) {
    case "match":
      return condition.target.kind === "field" && condition.target.id === id;
    case "not":
      return isOnlyAbout(condition.of, id);
    default:
      return condition.of.length > 0 && condition.of.every((part) => isOnlyAbout(part, id));
  }
}
