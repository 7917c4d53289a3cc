import type { Metadata } from "next";
import { cookies } from "next/headers";
import { notFound } from "next/navigation";
import { readAddressBook, withPlace } from "#app/address-book.ts";
import type { EventDetail } from "#components/event/event-detail.ts";
import { EventPage } from "#components/event/event-page.tsx";
import { zoneOf } from "#components/event/view.ts";
import { LOCAL_ZONE_COOKIE } from "#components/shell/preferences.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { readZone } from "#components/ui/format-time.ts";
import { Note } from "#components/ui/note.tsx";
import { RetryButton } from "#components/ui/retry-button.tsx";
import { database } from "#lib/db/database.ts";
import { readEvent } from "#lib/db/read-event.ts";
import { parseView } from "#lib/search/view-url.ts";
import { type Failure, isFailure } from "#lib/server/failure.ts";

type Props = {
  readonly params: Promise<{ readonly eventId: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata: Metadata = { title: "Event" };

/** The permanent address of one event. */
export default async function OneEventPage({ params, searchParams }: Props) {
  const { eventId } = await params;
  const { view } = parseView(await searchParams, Date.now());
  const localZone = readZone((await cookies()).get(LOCAL_ZONE_COOKIE)?.value);
  const details = await readDetails(eventId);
  if ("failure" in details) return <FailedRead failure={details.failure} />;
  if (details.found.length === 0) notFound();
  return (
    <EventPage
      id={eventId}
      details={details.found}
      view={{ ...view, event: null, cursor: null }}
      zone={zoneOf(view.tz, localZone)}
    />
  );
}

async function readDetails(
  eventId: string,
): Promise<{ readonly found: readonly EventDetail[] } | { readonly failure: Failure }> {
  try {
    const [found, book] = await Promise.all([readEvent(database(), eventId), readAddressBook()]);
    return { found: found.map((detail) => ({ ...detail, event: withPlace(detail.event, book) })) };
  } catch (error) {
    if (isFailure(error)) return { failure: error };
    throw error;
  }
}

function FailedRead({ failure }: { readonly failure: Failure }) {
  return (
    <EmptyState level={1} title="The event could not be read." actions={<RetryButton />}>
      <Note kind="problem" title={failure.message}>
        {failure.remedy}
      </Note>
    </EmptyState>
  );
}
