import { type FieldId, findField } from "#lib/event/fields.ts";
import type { Problem } from "#lib/search/search.ts";
import { FACET_FIELDS, FACET_LIMIT, MOST_BUCKETS } from "#lib/search/summary.ts";

/** With fewer, thousands of years (a forged time is enough) would not fit. */
const LEAST_BUCKETS = 12;

/** The parameters of GET /api/facets beside those of the search. */
export type FacetParameters = {
  readonly fields: readonly FieldId[];
  readonly limit: number;
  /** Only values that contain this; null: all. */
  readonly text: string | null;
  readonly problems: readonly Problem[];
};

export function parseFacetParameters(parameters: URLSearchParams): FacetParameters {
  const problems: Problem[] = [];
  const fields = new Set<FieldId>();
  for (const name of parameters.getAll("field")) {
    const id = findField(name)?.id;
    if (id !== undefined && FACET_FIELDS.includes(id)) fields.add(id);
    else {
      const message = `field is one of ${FACET_FIELDS.join(", ")}, not ${name || "empty"}.`;
      problems.push({ parameter: "field", message, position: null });
    }
  }
  const limit = wholeNumber(parameters, "limit", { least: 1, ...FACET_LIMIT }, problems);
  const text = parameters.get("search") || null;
  return { fields: fields.size === 0 ? FACET_FIELDS : [...fields], limit, text, problems };
}

/** The parameter `buckets` of GET /api/histogram. */
export function parseBuckets(parameters: URLSearchParams): {
  readonly buckets: number;
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const bounds = { least: LEAST_BUCKETS, usual: MOST_BUCKETS, most: MOST_BUCKETS };
  return { buckets: wholeNumber(parameters, "buckets", bounds, problems), problems };
}

/** From `least` to `most`; `usual` where it is absent or wrong. */
function wholeNumber(
  parameters: URLSearchParams,
  name: string,
  { least, usual, most }: { readonly least: number; readonly usual: number; readonly most: number },
  problems: Problem[],
): number {
  const text = parameters.get(name);
  if (text === null || text === "") return usual;
  const value = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (value >= least && value <= most) return value;
  const message = `${name} is a whole number from ${least} to ${most}, not ${text}.`;
  problems.push({ parameter: name, message, position: null });
  return usual;
}
