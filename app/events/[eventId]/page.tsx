import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { readAddressBook, withPlace } from "#app/address-book.ts";
import { type OrFailure, orFailure } from "#app/or-failure.ts";
import { readLocalZone } from "#app/read-zone.ts";
import type { EventDetail } from "#components/event/event-detail.ts";
import { EventPage } from "#components/event/event-page.tsx";
import { zoneOf } from "#components/event/view.ts";
import { FailedRead } from "#components/ui/failed-read.tsx";
import { database } from "#lib/db/database.ts";
import { readEvent } from "#lib/db/read-event.ts";
import { parseView } from "#lib/search/view-url.ts";

type Props = {
  readonly params: Promise<{ readonly eventId: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata: Metadata = { title: "Event" };

/** The permanent address of one event. */
export default async function OneEventPage({ params, searchParams }: Props) {
  const { eventId } = await params;
  const { view } = parseView(await searchParams, Date.now());
  const details = await readDetails(eventId);
  if ("failure" in details)
    return <FailedRead title="The event could not be read." failure={details.failure} />;
  if (details.found.length === 0) notFound();
  return (
    <EventPage
      id={eventId}
      details={details.found}
      view={{ ...view, event: null, cursor: null }}
      zone={zoneOf(view.tz, await readLocalZone())}
    />
  );
}

function readDetails(eventId: string): Promise<OrFailure<readonly EventDetail[]>> {
  return orFailure(async () => {
    const [found, book] = await Promise.all([readEvent(database(), eventId), readAddressBook()]);
    return found.map((detail) => ({ ...detail, event: withPlace(detail.event, book) }));
  });
}
