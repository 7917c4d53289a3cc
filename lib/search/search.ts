import type { FieldId } from "#lib/event/fields.ts";

/**
 * A Search is what a person asked, as data: no SQL, no React, no clock. List, count, facets, histogram, export
 * and reports all take the same Search, so their numbers agree.
 */

/** What a condition looks at: a field of the catalogue, a path of the raw record, or every value of the event. */
export type Target =
  | { readonly kind: "field"; readonly id: FieldId }
  | { readonly kind: "path"; readonly path: string }
  | { readonly kind: "any" };

/**
 * How a value is compared. Everything ignores case.
 * - `equals`: the whole value
 * - `contains`: a part of the value
 * - `wildcard`: `*` in the typed pattern has become a gap between the parts: `a*b` is ["a", "b"], anchored at both ends
 * - `exists`: any value at all
 * - `cidr`: an address inside the range
 */
export type Test =
  | { readonly kind: "equals"; readonly value: string }
  | { readonly kind: "contains"; readonly value: string }
  | { readonly kind: "wildcard"; readonly parts: readonly string[] }
  | { readonly kind: "exists" }
  | { readonly kind: "cidr"; readonly range: string };

export type Condition =
  | { readonly kind: "all"; readonly of: readonly Condition[] }
  | { readonly kind: "any"; readonly of: readonly Condition[] }
  | { readonly kind: "not"; readonly of: Condition }
  | { readonly kind: "match"; readonly target: Target; readonly test: Test };

/** A span of time, half open: from <= eventTime < to, milliseconds since 1970 UTC. null: without that bound. */
export type TimeRange = { readonly from: number | null; readonly to: number | null };

export type Search = { readonly where: Condition; readonly range: TimeRange };

/** The condition that every event meets. */
export const EVERYTHING: Condition = { kind: "all", of: [] };

/** What is wrong with a parameter, and where: `position` counts characters from 0 within the parameter's text. */
export type Problem = {
  readonly parameter: string;
  readonly message: string;
  readonly position: number | null;
};
