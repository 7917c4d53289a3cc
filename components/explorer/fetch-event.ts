import type { EventDetail, FoundEvent } from "#components/event/event-detail.ts";
import { memberText } from "#lib/base/json-text.ts";

/*
 * Asks GET /api/events/{eventID}. The answer is made by the same build of Waymark that made this code, so its shape is
 * trusted beyond the checks below; the record in it is cut out as text, since JSON.parse would change its numbers.
 */

/** The event of this id; rejects with a sentence to show. */
export async function fetchEvent(id: string, signal: AbortSignal): Promise<FoundEvent> {
  const response = await fetch(`/api/events/${encodeURIComponent(id)}`, { signal }).catch(
    (cause: unknown) => {
      throw new Error("Waymark does not answer. Is it still running?", { cause });
    },
  );
  if (response.status === 404) return { id, detail: null, others: [] };
  const text = await response.text();
  if (!response.ok)
    throw new Error(titleOf(text) ?? `The event could not be read: status ${response.status}.`);
  const record = memberText(text, "record");
  if (record === null) throw new Error("The answer about this event was cut off.");
  const { event, object, others } = trusted(JSON.parse(text));
  return { id, detail: { event, record, object }, others };
}

function trusted(body: unknown): Pick<EventDetail, "event" | "object"> & Pick<FoundEvent, "others"> {
  return body as Pick<EventDetail, "event" | "object"> & Pick<FoundEvent, "others">;
}

/** The sentence of a problem answer (RFC 9457), if it is one. */
function titleOf(text: string): string | null {
  const title = memberText(text, "title");
  const value: unknown = title === null ? null : JSON.parse(title);
  return typeof value === "string" ? value : null;
}
