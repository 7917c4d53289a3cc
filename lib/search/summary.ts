import { FIELDS, type FieldId } from "#lib/event/fields.ts";

/**
 * What is counted of a Search: its facets (the top values of a field) and its histogram (events over time). These
 * are the JSON of GET /api/facets and GET /api/histogram.
 */

/**
 * One value of a field and how many events carry it. An event with several values of one field (a resource
 * type, say) counts once under each.
 */
export type FacetValue = {
  readonly value: string;
  readonly count: number;
  /**
   * Set where asking for the value may find more than so many: `actor` counts the events that bear the name, and finds
   * besides what was done through roles that lead back to it.
   */
  readonly atLeast?: true | undefined;
};

/** The top values of one field among the events of a search, counted without the search's own filter on that field. */
export type Facet = {
  readonly field: FieldId;
  /** Most frequent first. */
  readonly values: readonly FacetValue[];
  /** How many of the events counted have no value in this field. */
  readonly none: number;
  /** How many values there are (that contain `search`, where asked), those beyond the limit among them. */
  readonly distinct: number;
  /** True where every event of the search was counted. */
  readonly exact: boolean;
  /** Where not exact: only so many of the newest matching events were looked at. null where exact. */
  readonly examined: number | null;
};

/** GET /api/facets, in the order in which the fields were asked for. */
export type FacetsAnswer = { readonly facets: readonly Facet[] };

/**
 * Events that began in [start, start + bucketSeconds). The three counts are disjoint; their sum is the bucket's
 * events.
 */
export type HistogramBucket = {
  /** ISO 8601, UTC. The first bucket begins at or before the range, at a round time. */
  readonly start: string;
  /** Successful calls that only read. */
  readonly read: number;
  /** Successful calls that may have changed something. */
  readonly write: number;
  /** Calls that were denied or failed. */
  readonly error: number;
};

/** How many events of a search lie before the first bucket, and after the last. */
export type Outside = { readonly before: number; readonly after: number };

/**
 * GET /api/histogram. Buckets follow one another without a gap; none where nothing is loaded and the range has no
 * bounds.
 */
export type Histogram = {
  readonly bucketSeconds: number;
  readonly exact: boolean;
  /** Where not exact: only so many of the newest matching events were looked at. null where exact. */
  readonly examined: number | null;
  readonly buckets: readonly HistogramBucket[];
  /** None but where the range has no bound and a few events lie far from all others: buckets do not reach to them. */
  readonly outside: Outside;
};

/** GET /api/events/count: exact, or at least so many. */
export type EventCount = { readonly count: number; readonly exact: boolean };

/** The fields that a list of top values is offered for, in the catalogue's order. */
export const FACET_FIELDS: readonly FieldId[] = FIELDS.filter((field) => field.facetable).map(
  (field) => field.id,
);

/** How many buckets a histogram has at most. */
export const MOST_BUCKETS = 120;

/** How many values a facet lists when the caller doesn't say, and at most. */
export const FACET_LIMIT = { usual: 10, most: 200 } as const;
