import type { Completion } from "#lib/search/completion-at.ts";

/** The name whose values are completed, as it is asked for. */
export function nameOf({ owner }: Completion): string {
  if (owner === null) return "";
  return owner.kind === "is" ? "is" : owner.kind === "field" ? owner.field.id : owner.path;
}
