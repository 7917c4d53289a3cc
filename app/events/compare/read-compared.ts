import { type OrFailure, orFailure } from "#app/or-failure.ts";
import { MOST_COMPARED } from "#components/event/compare-href.ts";
import type { EventDetail } from "#components/event/event-detail.ts";
import { database } from "#lib/db/database.ts";
import { readEvent } from "#lib/db/read-event.ts";
import { DEFAULT_VIEW, parseView, type View } from "#lib/search/view-url.ts";

export type Compared = {
  readonly details: readonly EventDetail[];
  readonly missing: readonly string[];
  readonly isCut: boolean;
};

type Reading = { readonly compared: OrFailure<Compared>; readonly view: View };

/** Reads the events that an address asks to compare: each id once, in their order, and no more than are compared. */
export async function readCompared(
  parameters: Readonly<Record<string, string | string[] | undefined>>,
): Promise<Reading> {
  const { view } = parseView({ tz: parameters["tz"] }, Date.now());
  const ids = idsOf(parameters["id"]);
  const compared = await orFailure(async () => ({
    ...(await readAll(ids.slice(0, MOST_COMPARED))),
    isCut: ids.length > MOST_COMPARED,
  }));
  return { compared, view: { ...DEFAULT_VIEW, tz: view.tz } };
}

/** As they were given, without blanks and doubles; ids of events are equal whatever their case. */
function idsOf(given: string | string[] | undefined): readonly string[] {
  const all = [given ?? []].flat().map((id) => id.trim().toLowerCase());
  return [...new Set(all)].filter((id) => id !== "");
}

async function readAll(ids: readonly string[]): Promise<Pick<Compared, "details" | "missing">> {
  const details: EventDetail[] = [];
  const missing: string[] = [];
  for (const id of ids) {
    const [found] = await readEvent(database(), id);
    if (found === undefined) missing.push(id);
    else details.push(found);
  }
  return { details, missing };
}
