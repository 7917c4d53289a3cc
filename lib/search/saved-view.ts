import * as z from "zod";
import type { Problem } from "#lib/search/search.ts";
import { formatView, parseView } from "#lib/search/view-url.ts";

/** A view of the explorer that somebody named: the JSON of GET /api/views. */
export type SavedView = {
  readonly id: string;
  /** The end of its short address, `/s/{token}`. */
  readonly token: string;
  readonly name: string;
  readonly description: string;
  /** What whoever keeps the view wants the next person to know. */
  readonly ownerNote: string;
  /** The query string of its address, without `?`. Relative times mean what they mean when it is opened. */
  readonly query: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly updatedAt: string;
};

const text = (name: string, most: number) =>
  z
    .string({ error: `${name} is text.` })
    .trim()
    .max(most, { error: `${name} has at most ${most} characters.` });

const Name = text("name", 100).min(1, { error: "A view needs a name." });
const Description = text("description", 500);
const OwnerNote = text("ownerNote", 2_000);
const Query = z.string({ error: "query is the query string of a view." }).max(8_000, {
  error: "query has at most 8000 characters.",
});

/** The body of POST /api/views. */
export const NewView = z.strictObject({
  name: Name,
  description: Description.default(""),
  ownerNote: OwnerNote.default(""),
  query: Query,
});

/** The body of PATCH /api/views/{id}: what it names is changed, the rest stays. */
export const ViewChange = z.strictObject({
  name: Name.optional(),
  description: Description.optional(),
  ownerNote: OwnerNote.optional(),
  query: Query.optional(),
});

/**
 * The query string as it is kept: canonical, without a page marker or an open event, which belong to a moment and not
 * to a view. `now`: milliseconds since 1970.
 */
export function canonicalQuery(
  query: string,
  now: number,
): { readonly query: string; readonly problems: readonly Problem[] } {
  const { view, problems } = parseView(new URLSearchParams(query), now);
  return { query: formatView({ ...view, cursor: null, event: null }), problems };
}
