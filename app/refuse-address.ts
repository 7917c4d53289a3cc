import { unstorable } from "#lib/base/unstorable.ts";
import type { Problem } from "#lib/search/search.ts";

/**
 * Why the path of an address means nothing, as a sentence; null where it may. Next answers what it cannot decode as a
 * defect of ours.
 */
export function unreadablePath(pathname: string): string | null {
  try {
    const what = unstorable(decodeURIComponent(pathname));
    return what === null ? null : `This address holds ${what}, which nothing that is stored does.`;
  } catch {
    return "This address cannot be read: a percent sign in it begins no character."; // URIError
  }
}

/** The parameters that PostgreSQL could not be asked with; a query (`q`) says so by itself, and where. */
export function unstorableParameters(given: URLSearchParams): readonly Problem[] {
  const problems = new Map<string, Problem>();
  for (const [parameter, value] of given) {
    const what = parameter === "q" ? null : unstorable(value);
    if (what === null || problems.has(parameter)) continue;
    const message = `${parameter} holds ${what}, which nothing that is stored does.`;
    problems.set(parameter, { parameter, message, position: null });
  }
  return [...problems.values()];
}
