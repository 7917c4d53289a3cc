import { randomBytes } from "node:crypto";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { readTicket, type SearchTicket, TICKET_COOKIE } from "#lib/search/search-ticket.ts";
import { enterRequest } from "#lib/server/request-signal.ts";
import { runningSearches } from "#lib/server/running-searches.ts";

/** What Node tells of each request before anybody handles it, in the same turn. */
type Started = { readonly request: IncomingMessage; readonly response: ServerResponse };

/**
 * From now on every request of this process has a signal, whatever answers it: it aborts when the connection closes
 * before the answer is out, and, for a search of the explorer, when the same tab searches anew or has it stopped. Next
 * gives such a signal to routes, and none to pages.
 */
export function followRequests(): void {
  subscribe("http.server.request.start", (message) => follow(message as Started));
}

function follow({ request, response }: Started): void {
  const gone = new AbortController();
  const ticket = ticketOf(request);
  const search = ticket === null ? null : runningSearches().begin(ticket);
  response.once("close", () => {
    search?.end();
    if (!response.writableFinished) gone.abort();
  });
  const signal = search === null ? gone.signal : AbortSignal.any([gone.signal, search.signal]);
  enterRequest(signal, search === null ? null : (ticket?.tab ?? null));
}

/** Which search a request is; null where it is none of the explorer's. A page that is opened begins a tab. */
export function ticketOf({ method, url = "", headers }: IncomingMessage): SearchTicket | null {
  const [path, ...rest] = url.split("?");
  // What Next's router asks for ahead, nobody waits for yet.
  if (method !== "GET" || path !== "/events" || "next-router-prefetch" in headers) return null;
  const query = rest
    .join("?")
    .split("&")
    // Next's own, against caches.
    .filter((pair) => !/^_rsc(?:=|$)/.test(pair))
    .join("&");
  const named = "rsc" in headers ? readTicket(ticketCookie(headers.cookie ?? ""), query) : null;
  return named ?? { tab: randomBytes(8).toString("hex"), step: 0 };
}

function ticketCookie(cookies: string): string {
  const start = `${TICKET_COOKIE}=`;
  const found = cookies.split("; ").find((cookie) => cookie.startsWith(start));
  return found?.slice(start.length) ?? "";
}
