import { sendToServer } from "#components/ui/ask-server.ts";
import { TICKET_COOKIE, writeTicket } from "#lib/search/search-ticket.ts";

/** Tells the server which searches are this tab's: a newer one ends the older one there. */
export type TabSearches = {
  /** To be called just before the router asks for the page of this query. */
  readonly begin: (query: string) => void;
  /** Stops the one that was begun last. */
  readonly stop: () => void;
};

/** `tab`: the server's name of the tab whose first search drew the page. */
export function tabSearches(tab: string | null): TabSearches {
  let step = 0;
  return {
    begin(query) {
      if (tab === null) return;
      step++;
      // biome-ignore lint/suspicious/noDocumentCookie: it must be there before the next request, and the Cookie Store is late
      document.cookie = `${TICKET_COOKIE}=${writeTicket({ tab, step }, query)}; path=/events; samesite=strict`;
    },
    stop() {
      if (tab !== null) void sendToServer("POST", "/events/stop", { tab, step });
    },
  };
}
