import { askServer } from "#components/ui/ask-server.ts";
import type { Event } from "#lib/event/event.ts";
import type { Neighbourhood } from "#lib/search/neighbourhoods.ts";

/** What GET /api/events/{eventID}/neighbours answers with. */
export type Neighbours = Neighbourhood & { readonly events: readonly Event[]; readonly isMore: boolean };

/** What lies around an event. @throws NoAnswer */
export async function fetchNeighbours(
  { eventId, account }: Pick<Event, "eventId" | "account">,
  signal: AbortSignal,
): Promise<readonly Neighbours[]> {
  const query = account === null ? "" : `?account=${encodeURIComponent(account)}`;
  const href = `/api/events/${encodeURIComponent(eventId)}/neighbours${query}`;
  return (await askServer<{ readonly neighbourhoods: readonly Neighbours[] }>(href, { signal }))
    .neighbourhoods;
}
