import type { Problem } from "#lib/search/search.ts";
import { nearestName } from "#lib/search/suggest-field.ts";

/** A URL's parameters, as the browser's URLSearchParams or as Next hands them to a page. */
export type UrlParameters =
  | URLSearchParams
  | Readonly<Record<string, string | readonly string[] | undefined>>;

/** All that the address of a view may carry. */
export const VIEW_PARAMETERS = [
  "q",
  "from",
  "to",
  "tz",
  "order",
  "limit",
  "fold",
  "cols",
  "event",
  "cursor",
] as const;

export type ViewParameters = { readonly [name in (typeof VIEW_PARAMETERS)[number]]?: string };

/** Names that people try first, and what they mean here. */
const OTHER_WORDS: ReadonlyMap<string, string> = new Map([
  ["query", "q"],
  ["search", "q"],
  ["start", "from"],
  ["since", "from"],
  ["end", "to"],
  ["until", "to"],
  ["timezone", "tz"],
  ["sort", "order"],
  ["columns", "cols"],
  ["group", "fold"],
]);

/**
 * The parameters of a view. A parameter of any other name is ignored, since links collect all sorts on their
 * way, unless it looks like one of these written wrongly.
 */
export function readViewParameters(parameters: UrlParameters): {
  readonly values: ViewParameters;
  readonly problems: readonly Problem[];
} {
  const all = listed(parameters);
  const values: { [name in (typeof VIEW_PARAMETERS)[number]]?: string } = {};
  const problems: Problem[] = [];
  for (const name of VIEW_PARAMETERS) {
    const [first, second] = all.get(name) ?? [];
    if (first !== undefined) values[name] = first;
    if (second === undefined) continue;
    problems.push({
      parameter: name,
      message: `${name} stands there twice; the first is used.`,
      position: null,
    });
  }
  for (const name of all.keys()) {
    const meant = isKnown(name) ? null : meantParameter(name, VIEW_PARAMETERS);
    if (meant === null) continue;
    const message = `There is no parameter ${name}. Did you mean ${meant}?`;
    problems.push({ parameter: name, message, position: null });
  }
  return { values, problems };
}

function listed(parameters: UrlParameters): ReadonlyMap<string, readonly string[]> {
  const all = new Map<string, readonly string[]>();
  if (parameters instanceof URLSearchParams) {
    for (const name of parameters.keys()) all.set(name, parameters.getAll(name));
    return all;
  }
  for (const [name, value] of Object.entries(parameters)) {
    if (typeof value === "string") all.set(name, [value]);
    else if (value !== undefined) all.set(name, value);
  }
  return all;
}

function isKnown(name: string): boolean {
  return VIEW_PARAMETERS.some((known) => known === name);
}

/** Which of these parameters somebody meant by another name; null where none is near. */
export function meantParameter(name: string, known: readonly string[]): string | null {
  const near = nearestName(name, known);
  if (near !== null) return near;
  const other = OTHER_WORDS.get(name.toLowerCase());
  return other !== undefined && known.includes(other) ? other : null;
}
