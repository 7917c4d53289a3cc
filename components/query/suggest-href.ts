import { type Completion, queryAround } from "#lib/search/completion-at.ts";
import { nameOf } from "./name-of.ts";

export type Span = { readonly from: string | null; readonly to: string | null };

/**
 * Where to ask the index for values of a completion; null where it is not asked: closed lists of values, and nothing
 * typed.
 */
export function suggestHref(text: string, completion: Completion, { from, to }: Span): string | null {
  const { owner, typed } = completion;
  if (owner?.kind === "is" || (owner?.kind === "field" && owner.field.choices !== undefined)) return null;
  const prefix = longestPart(typed);
  if (owner === null && (prefix.length < 2 || typed.endsWith(":"))) return null;
  if (prefix.length > 300) return null;
  const parameters = new URLSearchParams();
  if (owner !== null) parameters.set(owner.kind, nameOf(completion));
  const around = queryAround(text, completion);
  if (around !== "") parameters.set("q", around);
  if (from !== null) parameters.set("from", from);
  if (to !== null) parameters.set("to", to);
  parameters.set("prefix", prefix);
  return `/api/suggest?${parameters}`;
}

/** Of a pattern, the part that says most. */
function longestPart(typed: string): string {
  return typed.split("*").reduce((longest, part) => (part.length > longest.length ? part : longest), "");
}
