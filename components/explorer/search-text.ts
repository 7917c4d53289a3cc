import type { View } from "#lib/search/view-url.ts";

/** What a view asks for, as the parameters of the API. */
export function searchText({ q, from, to }: View): string {
  const given = Object.entries({ q, from, to }).filter(([, value]) => value !== null && value !== "");
  return new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
}
