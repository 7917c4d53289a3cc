import type { Endpoint } from "#app/api/contract/endpoint.ts";
import { ENDPOINTS } from "#app/api/contract/endpoints.ts";
import { unknownParameters } from "#app/api/contract/unknown-parameters.ts";
import { unstorableParameters } from "#app/refuse-address.ts";
import { Failure } from "#lib/server/failure.ts";
import { problemResponse } from "#lib/server/http.ts";

/**
 * Answers a call that no route is for: an address that the contract does not have ("not-found"), a method that its
 * address does not take ("method-not-allowed", with `Allow`), OPTIONS, which asks for just that, and a parameter that
 * the route does not have or the database could not be asked with. Null: a route is to answer. Next by itself answers
 * the first with a page, the second with nothing, and lets the last pass.
 */
export function refuseCall(request: Request): Response | null {
  const { pathname, searchParams } = new URL(request.url);
  const path = pathOf(pathname);
  if (path === undefined) {
    const message = "The API has no such address.";
    return problemResponse(
      new Failure("not-found", message, { remedy: "All that it has: /api/openapi.json" }),
      pathname,
    );
  }
  const endpoint = endpointOf(path, request.method);
  if (endpoint !== undefined) return refuseParameters(endpoint, pathname, searchParams);
  const allowed = methodsOf(path);
  const response = request.method === "OPTIONS" ? noContent() : wrongMethod(request.method, path, allowed);
  response.headers.set("allow", allowed.join(", "));
  return response;
}

/** In plain order, in which a brace comes after every letter: of two that fit, the first says more, as for Next. */
const PATHS: readonly string[] = [...new Set(ENDPOINTS.map(({ path }) => path))].sort();

/** The contract's name for an address, `/api/events/{eventId}`; undefined where it has none. */
function pathOf(pathname: string): string | undefined {
  const given = pathname.split("/");
  return PATHS.find((path) => {
    const segments = path.split("/");
    return segments.length === given.length && segments.every((one, index) => fits(one, given[index] ?? ""));
  });
}

function fits(segment: string, given: string): boolean {
  return segment.startsWith("{") ? given !== "" : segment === decodeURIComponent(given);
}

function endpointOf(path: string, method: string): Endpoint | undefined {
  const asked = method === "HEAD" ? "GET" : method;
  return ENDPOINTS.find((one) => one.path === path && one.method.toUpperCase() === asked);
}

/** By the code that the route has for its other parameters. */
function refuseParameters(endpoint: Endpoint, pathname: string, given: URLSearchParams): Response | null {
  const problems = [...unknownParameters(endpoint, given), ...unstorableParameters(given)];
  const [first] = problems;
  if (first === undefined) return null;
  const code = endpoint.problems?.includes("bad-query") === true ? "bad-query" : "bad-request";
  return problemResponse(new Failure(code, first.message), pathname, problems);
}

/** What HTTP adds to the contract's own: HEAD wherever there is a GET, and OPTIONS. */
function methodsOf(path: string): readonly string[] {
  const own = ENDPOINTS.filter((one) => one.path === path).map(({ method }) => method.toUpperCase());
  return [...own, ...(own.includes("GET") ? ["HEAD"] : []), "OPTIONS"].sort();
}

function noContent(): Response {
  return new Response(null, { status: 204, headers: { "cache-control": "no-store" } });
}

function wrongMethod(method: string, path: string, allowed: readonly string[]): Response {
  const message = `${path} does not take ${method}. It takes ${allowed.join(", ")}.`;
  return problemResponse(new Failure("method-not-allowed", message), path);
}
