import { askServer } from "#components/ui/ask-server.ts";
import type { Event } from "#lib/event/event.ts";
import { BURST_SECONDS, type Burst, eventsOf, isOfBurst } from "#lib/event/fold-events.ts";
import { asPart, queryFor } from "#lib/search/edit-query.ts";
import { parseTimeRange } from "#lib/search/time-range.ts";
import type { View } from "#lib/search/view-url.ts";
import { eventKey } from "./selection.ts";

/** Where to read on, and what was found. */
export type Rest = { readonly events: readonly Event[]; readonly cursor: string | null };

type Page = { readonly events: readonly Event[]; readonly nextCursor: string | null };

/** So many more events of a burst are looked for with one click. */
const STEP = 100;
const PAGE = 500;

/**
 * What of a burst lies behind the end of its page, in the list's order: the same search, narrowed to what its events
 * have in common and to the time that a burst lasts, page by page until there is something to show. What lies outside
 * of the view's own time is none of it, however close.
 */
export async function fetchRest(
  view: View,
  burst: Burst,
  options: {
    readonly cursor: string | null;
    readonly dayOf: (event: Event) => string;
    readonly signal: AbortSignal;
  },
): Promise<Rest> {
  const held = new Set(eventsOf(burst).map(eventKey));
  const found: Event[] = [];
  const span = spanOf(view, burst, Date.now());
  // The beginning of "the last hour" has moved on since the page was read.
  if (span === null) return { events: [], cursor: null };
  let { cursor } = options;
  do {
    const page = await askServer<Page>(addressOf(view, burst.event, span, cursor), {
      signal: options.signal,
    });
    const fresh = page.events.filter(
      (event) => !held.has(eventKey(event)) && isOfBurst(burst, event, options.dayOf),
    );
    found.push(...fresh);
    cursor = page.nextCursor;
  } while (cursor !== null && found.length < STEP);
  return { events: found, cursor };
}

type Span = { readonly from: number; readonly to: number };

/** From the last event at hand to where the burst ends at the latest, as far as the view reaches; null: no further. */
function spanOf(view: View, { event, others }: Burst, now: number): Span | null {
  const last = Date.parse((others.at(-1) ?? event).eventTime);
  const end = Date.parse(event.eventTime) + (view.order === "desc" ? -1 : 1) * BURST_SECONDS * 1000;
  const { range } = parseTimeRange(view.from, view.to, now);
  // Whole seconds, and the end of a span is not part of it.
  const from = Math.max(Math.min(last, end), range.from ?? Number.NEGATIVE_INFINITY);
  const to = Math.min(Math.max(last, end) + 1000, range.to ?? Number.POSITIVE_INFINITY);
  return from < to ? { from, to } : null;
}

function addressOf(view: View, event: Event, span: Span, cursor: string | null): string {
  const parameters = new URLSearchParams({
    q: narrowed(view.q, event),
    from: iso(span.from),
    to: iso(span.to),
    order: view.order,
    limit: String(PAGE),
    ...(cursor !== null && { cursor }),
  });
  return `/api/events?${parameters}`;
}

/** At least what the burst's events have in common; what it lets through beside them is dropped above. */
function narrowed(q: string, { eventName, eventSource, account, region, outcome, actor }: Event): string {
  const conditions = [
    ["event", eventName],
    ["service", eventSource],
    ["account", account],
    ["region", region],
    ["outcome", outcome],
    ["session", actor.session],
  ] as const;
  const added = conditions.flatMap(([field, value]) => (value === null ? [] : [queryFor(field, value)]));
  return [asPart(q), ...added].filter((part) => part !== "").join(" ");
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
