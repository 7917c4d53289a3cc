import { zoneOf } from "#components/event/view.ts";
import { askServer } from "#components/ui/ask-server.ts";
import type { Zone } from "#components/ui/format-time.ts";
import { parseTimeRange } from "#lib/search/time-range.ts";
import { parseView, type View } from "#lib/search/view-url.ts";
import { listKey } from "./list-key.ts";
import type { ResultsPage } from "./results-page.ts";

/**
 * Pages of the list that the browser has by itself, beside the one that the server drew: the next one, asked for
 * before anybody turns to it, and those that were turned to this way. Never more than one is asked for ahead.
 */
export type PagesAhead = {
  /** Asks for the page of an address, unless it is there or on its way; what else is on its way is called off. */
  readonly ask: (href: string) => void;
  readonly callOff: () => void;
  /** The page of an address; while it is on its way, a promise of it, or of null where it does not come. */
  readonly find: (href: string) => ResultsPage | Promise<ResultsPage | null> | null;
  readonly of: (view: View) => ResultsPage | null;
};

/** So many are kept for the way back; events are never changed once delivered. Of what may grow, none is. */
const MOST_KEPT = 20;

/** `localZone`: what "local" means in an address. Days end elsewhere in another zone, and bursts with them. */
export function pagesAhead(localZone: Zone): PagesAhead {
  const kept = new Map<string, ResultsPage>();
  const growing = new Set<string>();
  let coming: { readonly key: string; readonly page: Promise<ResultsPage | null>; callOff(): void } | null =
    null;
  const keyOf = (view: View) => `${zoneOf(view.tz, localZone)} ${listKey(view)}`;
  const callOff = () => {
    coming?.callOff();
    coming = null;
  };
  const fetchPage = async (key: string, query: string, signal: AbortSignal) => {
    // Whoever turns to a page that could not be had asks the server, and reads what is wrong.
    const page = await askServer<ResultsPage | null>(`/events/rows?${query}`, { signal }).catch(() => null);
    if (signal.aborted) return null;
    coming = null;
    if (page === null) return null;
    if (mayGrow(page, viewOf(query))) {
      growing.add(key);
      return null;
    }
    kept.set(key, page);
    const [oldest] = kept.keys();
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    return page;
  };
  return {
    ask(href) {
      const query = queryOf(href);
      const key = keyOf(viewOf(query));
      if (kept.has(key) || growing.has(key) || coming?.key === key) return;
      callOff();
      const asking = new AbortController();
      const page = fetchPage(key, query, asking.signal);
      coming = { key, page, callOff: () => asking.abort() };
    },
    callOff,
    find(href) {
      const key = keyOf(viewOf(queryOf(href)));
      return kept.get(key) ?? (coming?.key === key ? coming.page : null);
    },
    of: (view) => kept.get(keyOf(view)) ?? null,
  };
}

/** The last page towards the newest events, up to a moment that is not past: it is read when somebody turns to it. */
function mayGrow({ order, nextCursor }: ResultsPage, { to }: View): boolean {
  const now = Date.now();
  const isOpen =
    to === null || to.trim().startsWith("now") || (parseTimeRange(null, to, now).range.to ?? 0) > now;
  return order === "asc" && nextCursor === null && isOpen;
}

function viewOf(query: string): View {
  return parseView(new URLSearchParams(query), 0).view;
}

/** What stands behind the question mark of an address; empty where there is none. */
export function queryOf(href: string): string {
  return href.includes("?") ? href.slice(href.indexOf("?") + 1) : "";
}
