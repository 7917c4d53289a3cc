import type { EventDetail, FoundEvent } from "#components/event/event-detail.ts";
import { NoAnswer, reachServer, refusalOf, trusted } from "#components/ui/ask-server.ts";
import { memberText } from "#lib/base/json-text.ts";

type Answer = Pick<EventDetail, "event" | "chain" | "object"> & Pick<FoundEvent, "others">;

/**
 * The event of this id, by GET /api/events/{eventID}. The record in the answer is cut out as text, since JSON.parse
 * would change its numbers. @throws NoAnswer
 */
export async function fetchEvent(id: string, signal: AbortSignal): Promise<FoundEvent> {
  const response = await reachServer(`/api/events/${encodeURIComponent(id)}`, { signal });
  if (response.status === 404) return { id, detail: null, others: [] };
  if (!response.ok) throw await refusalOf(response);
  const text = await response.text();
  const record = memberText(text, "record");
  if (record === null) throw new NoAnswer("The answer about this event was cut off.");
  const { event, chain, object, others } = trusted<Answer>(JSON.parse(text));
  return { id, detail: { event, chain, record, object }, others };
}
