import { type FieldId, findField } from "#lib/event/fields.ts";
import type { Problem } from "#lib/search/search.ts";
import { FACET_FIELDS } from "#lib/search/summary.ts";

/** The fields named by `field`, once for each, by their short or AWS names; every facetable one where there is none. */
export function parseFacetFields(names: readonly string[]): {
  readonly fields: readonly FieldId[];
  readonly problems: readonly Problem[];
} {
  const fields = new Set<FieldId>();
  const problems: Problem[] = [];
  for (const name of names) {
    const id = findField(name)?.id;
    if (id !== undefined && FACET_FIELDS.includes(id)) fields.add(id);
    else {
      const message = `field is one of ${FACET_FIELDS.join(", ")}, not ${name || "empty"}.`;
      problems.push({ parameter: "field", message, position: null });
    }
  }
  return { fields: fields.size === 0 ? FACET_FIELDS : [...fields], problems };
}
