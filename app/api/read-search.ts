import type * as z from "zod";
import { firstValues, ListParameters } from "#app/api/contract/parameters.ts";
import { toProblems } from "#app/api/read-body.ts";
import { type AskedSearch, readAsked } from "#lib/search/read-asked.ts";
import type { Problem } from "#lib/search/search.ts";
import { VIEW_PARAMETERS } from "#lib/search/view-parameters.ts";
import { Failure } from "#lib/server/failure.ts";
import { problemResponse } from "#lib/server/http.ts";

/** What a request's parameters ask for. */
export type Asked<Parameters = unknown> = AskedSearch & {
  /** As the route's own schema reads them. */
  readonly parameters: Parameters;
};

/**
 * Reads the parameters of a route over events: those that all share (q, from, to) and those of its `schema`. A
 * query that cannot be read is answered with what is wrong and where, never with an empty list.
 */
export function readSearch(request: Request): Asked | Response;
export function readSearch<Schema extends z.ZodObject>(
  request: Request,
  schema: Schema,
): Asked<z.infer<Schema>> | Response;
export function readSearch(request: Request, schema: z.ZodObject = ListParameters): Asked | Response {
  const url = new URL(request.url);
  const asked = readAsked(sharedParameters(url.searchParams, schema), Date.now());
  const own = schema.safeParse(firstValues(url.searchParams));
  const all: readonly Problem[] = [
    ...asked.problems,
    ...(own.error === undefined ? [] : notYetSaid(asked.problems, toProblems(own.error))),
  ];
  const [first] = all;
  if (first !== undefined || own.data === undefined) {
    const message = first?.message ?? "The parameters cannot be read.";
    return problemResponse(new Failure("bad-query", message), url.pathname, all);
  }
  return { ...asked, parameters: own.data };
}

/** Without what only the route knows, which a reader of links would take for a word written wrongly. */
function sharedParameters(given: URLSearchParams, schema: z.ZodObject): URLSearchParams {
  const shared = new URLSearchParams(given);
  for (const name of Object.keys(schema.shape)) {
    if (!SHARED.has(name)) shared.delete(name);
  }
  return shared;
}

const SHARED: ReadonlySet<string> = new Set(VIEW_PARAMETERS);

/** The reader of links names the place as well: what it has said need not be said again. */
function notYetSaid(said: readonly Problem[], more: readonly Problem[]): readonly Problem[] {
  return more.filter(
    ({ parameter }) => !said.some((problem) => parameter.split(".")[0] === problem.parameter),
  );
}
