import type { Event } from "#lib/event/event.ts";
import type { Neighbourhood } from "#lib/search/neighbourhoods.ts";

/** What GET /api/events/{eventID}/neighbours answers with. */
export type Neighbours = Neighbourhood & { readonly events: readonly Event[]; readonly isMore: boolean };

/** What lies around an event; rejects with a sentence to show. */
export async function fetchNeighbours(
  { eventId, account }: Pick<Event, "eventId" | "account">,
  signal: AbortSignal,
): Promise<readonly Neighbours[]> {
  const query = account === null ? "" : `?account=${encodeURIComponent(account)}`;
  const response = await fetch(`/api/events/${encodeURIComponent(eventId)}/neighbours${query}`, {
    signal,
  }).catch((cause: unknown) => {
    throw new Error("Waymark does not answer. Is it still running?", { cause });
  });
  if (!response.ok) throw new Error("What happened around it could not be read.");
  return trusted(await response.json()).neighbourhoods;
}

/** The answer was made by the same build of Waymark that made this code. */
function trusted(body: unknown): { readonly neighbourhoods: readonly Neighbours[] } {
  return body as { readonly neighbourhoods: readonly Neighbours[] };
}
