import { Failure } from "#lib/server/failure.ts";

/**
 * Refuses requests that change something when another site's page made the browser send them. Waymark asks nobody
 * for a password on its own machine, so this is what keeps a stranger's page from adding a source.
 * `Sec-Fetch-Site` is set by the browser alone (Fetch Metadata); programs send neither header and are let through.
 * @throws Failure "bad-request"
 */
export function requireSameOrigin(request: Request): void {
  const site = request.headers.get("sec-fetch-site");
  const origin = request.headers.get("origin");
  const isForeignSite = site !== null && site !== "same-origin" && site !== "none";
  const isForeignOrigin = origin !== null && hostOf(origin) !== request.headers.get("host");
  if (isForeignSite || isForeignOrigin) {
    throw new Failure("bad-request", "This request came from another site's page and was not carried out.");
  }
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
