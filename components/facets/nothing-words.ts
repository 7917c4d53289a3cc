import type { Facet } from "#lib/search/summary.ts";

/** True where the view holds no event that the facet could have counted, whatever its values. */
export function holdsNoEvent({ values, none, exact }: Facet): boolean {
  return exact && values.length === 0 && none === 0;
}

/** Why a facet lists nothing: `no value` only where there are events, and none of them has one. */
export function nothingWords(facet: Facet): string {
  if (holdsNoEvent(facet)) return "no events";
  return facet.exact || facet.none > 0 ? "no value" : "not counted: it took too long";
}
