import type { FoundEvent } from "#components/event/event-detail.ts";
import { database } from "#lib/db/database.ts";
import { readEvent } from "#lib/db/read-event.ts";
import { isFailure } from "#lib/server/failure.ts";
import type { Asked } from "./ask.ts";

/** The event that the address opens, read beside the list; null leaves it to the panel to ask. */
export async function readPanel({ view }: Asked): Promise<FoundEvent | null> {
  if (view.event === null) return null;
  try {
    const [detail = null, ...others] = await readEvent(database(), view.event);
    return { id: view.event, detail, others: others.map(({ event }) => event) };
  } catch (error) {
    // The panel asks again by itself and says what failed; the list beside it must not fall with it.
    if (isFailure(error)) return null;
    throw error;
  }
}
