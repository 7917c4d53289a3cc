import { readAddressBook, withPlace } from "#app/address-book.ts";
import type { FoundEvent } from "#components/event/event-detail.ts";
import { database } from "#lib/db/database.ts";
import { readEvent } from "#lib/db/read-event.ts";
import { isFailure } from "#lib/server/failure.ts";
import type { Asked } from "./ask.ts";

/** The event that the address opens, read beside the list; null leaves it to the panel to ask. */
export async function readPanel({ view }: Asked): Promise<FoundEvent | null> {
  if (view.event === null) return null;
  try {
    const [[detail, ...others], book] = await Promise.all([
      readEvent(database(), view.event),
      readAddressBook(),
    ]);
    return {
      id: view.event,
      detail: detail === undefined ? null : { ...detail, event: withPlace(detail.event, book) },
      others: others.map(({ event }) => withPlace(event, book)),
    };
  } catch (error) {
    // The panel asks again by itself and says what failed; the list beside it must not fall with it.
    if (isFailure(error)) return null;
    throw error;
  }
}
