import type { Endpoint } from "#app/api/contract/endpoint.ts";
import type { Problem } from "#lib/search/search.ts";
import { meantParameter, VIEW_PARAMETERS } from "#lib/search/view-parameters.ts";

/**
 * The parameters of a request that its route does not have, each once: to ignore one would answer another question than
 * was asked. A search takes all that the address of a page may carry, so that it can be copied; what only shapes the
 * page (`tz`, `fold`, `cols`, `event`) means nothing to it.
 */
export function unknownParameters(endpoint: Endpoint, given: URLSearchParams): readonly Problem[] {
  const own = Object.keys(endpoint.query?.shape ?? {});
  const known = own.includes("q") ? [...new Set([...own, ...VIEW_PARAMETERS])] : own;
  const unknown = [...new Set(given.keys())].filter((name) => !known.includes(name));
  return unknown.map((name) => ({ parameter: name, message: sentence(name, known, own), position: null }));
}

function sentence(name: string, known: readonly string[], own: readonly string[]): string {
  if (own.length === 0) return `There is no parameter ${name}: this address takes none.`;
  const meant = meantParameter(name, known);
  const hint = meant === null ? `There are: ${own.join(", ")}.` : `Did you mean ${meant}?`;
  return `There is no parameter ${name}. ${hint}`;
}
