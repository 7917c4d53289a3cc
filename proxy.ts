import { type NextRequest, NextResponse } from "next/server";
import { refuseCall } from "#app/api/contract/refuse-call.ts";
import { unreadablePath, unstorableParameters } from "#app/refuse-address.ts";
import { isAllowedHost } from "#lib/server/allowed-host.ts";
import { readEnv } from "#lib/server/env.ts";
import { Failure } from "#lib/server/failure.ts";
import { problemResponse } from "#lib/server/http.ts";

/**
 * Stands before every page and route: refuses names that are not ours, addresses that mean nothing and calls that the
 * API does not have, and forbids the browser to run or load anything but what this server sent. Records are full of
 * text that attackers wrote; even if some of it slipped into a page as markup, the policy would keep it from running.
 */
export function proxy(request: NextRequest): Response {
  const { host, hostNames } = readEnv();
  if (!isAllowedHost(request.headers.get("host"), { listen: host, names: hostNames })) {
    const text = "Waymark does not answer to this name. Use 127.0.0.1, or list the name in WAYMARK_HOSTS.\n";
    return new NextResponse(text, { status: 421, headers: { "content-type": "text/plain" } });
  }
  const { pathname, searchParams } = request.nextUrl;
  const isApi = pathname === "/api" || pathname.startsWith("/api/");
  // What is wrong with the parameters of the API, refuseCall says.
  const parameter = isApi ? undefined : unstorableParameters(searchParams)[0];
  const unreadable = unreadablePath(pathname) ?? parameter?.message ?? null;
  if (unreadable !== null) {
    if (isApi) return problemResponse(new Failure("bad-request", unreadable), pathname);
    return new NextResponse(`${unreadable}\n`, { status: 400, headers: { "content-type": "text/plain" } });
  }
  const refused = isApi ? refuseCall(request) : null;
  if (refused !== null) return refused;
  const nonce = btoa(crypto.randomUUID());
  const policy = policyWith(nonce);
  const headers = new Headers(request.headers);
  // Next reads the policy from the request to put the nonce on its own scripts.
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

function policyWith(nonce: string): string {
  const isDevelopment = process.env.NODE_ENV === "development";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    // Widths of columns are style attributes, which no nonce can allow.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

// Next keeps the body of what passes here in memory, and cuts it at 10 MB: uploads go past and check the name themselves.
export const config = { matcher: ["/((?!_next/static|api/uploads$).*)"] };
