import { toSearch, type View } from "#lib/search/view-url.ts";

/** What the counts beside the list are asked with, as parameters; null where the query or the time can't be read. */
export function questionOf({ q, from, to }: View): string | null {
  if (toSearch({ q, from, to }, Date.now()).problems.length > 0) return null;
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries({ q, from, to })) {
    if (value !== null && value !== "") parameters.set(name, value);
  }
  return parameters.toString();
}
