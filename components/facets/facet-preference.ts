import { FIELDS, type FieldId } from "#lib/event/fields.ts";

/**
 * Which facets a person left open, and whether the pane is there at all: kept in a cookie, so that the first byte has
 * it.
 */
export type FacetPreference = { readonly isShown: boolean; readonly open: readonly FieldId[] };

export const FACETS_COOKIE = "waymark-facets";

/** The facets, in the order of the pane: what, who, where, how it went, the rest. */
export const FACETS = [
  "event",
  "service",
  "actor",
  "role",
  "session",
  "account",
  "region",
  "ip",
  "agent",
  "outcome",
  "error",
  "readOnly",
  "resourceType",
  "category",
  "identity",
  "user",
  "origin",
] as const satisfies readonly FieldId[];

const USUAL: FacetPreference = { isShown: true, open: ["event", "actor", "account", "region", "outcome"] };

/** Reads the cookie; what is no facet is left out, and without a cookie it is the usual. */
export function readFacetPreference(text: string | undefined): FacetPreference {
  if (text === undefined) return USUAL;
  const isShown = !text.startsWith("-");
  const names = new Set(text.replace(/^-/, "").split(","));
  return { isShown, open: FACETS.filter((field) => names.has(field)) };
}

export function writeFacetPreference({ isShown, open }: FacetPreference): string {
  return `${isShown ? "" : "-"}${open.join(",")}`;
}

/** The same preference with a facet opened, or closed. */
export function toggleFacet(preference: FacetPreference, field: FieldId): FacetPreference {
  const isOpen = preference.open.includes(field);
  const open = FACETS.filter((each) => (each === field ? !isOpen : preference.open.includes(each)));
  return { ...preference, open };
}

export function labelOf(field: FieldId): string {
  return FIELDS.find(({ id }) => id === field)?.label ?? field;
}
