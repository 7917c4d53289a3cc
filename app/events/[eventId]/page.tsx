import type { Metadata } from "next";
import { cookies } from "next/headers";
import { EventPage } from "#components/event/event-page.tsx";
import { MissingEvent } from "#components/event/missing-event.tsx";
import { zoneOf } from "#components/event/view.ts";
import { LOCAL_ZONE_COOKIE } from "#components/shell/preferences.ts";
import { readZone } from "#components/ui/format-time.ts";
import { visibleText } from "#components/ui/visible-text.ts";
import { database } from "#lib/db/database.ts";
import { readEvent } from "#lib/db/read-event.ts";
import { parseView } from "#lib/search/view-url.ts";

type Props = {
  readonly params: Promise<{ readonly eventId: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Event ${visibleText((await params).eventId)}` };
}

/** The permanent address of one event. */
export default async function OneEventPage({ params, searchParams }: Props) {
  const { eventId } = await params;
  const { view } = parseView(await searchParams, Date.now());
  const localZone = readZone((await cookies()).get(LOCAL_ZONE_COOKIE)?.value);
  const details = await readEvent(database(), eventId);
  if (details.length === 0) return <MissingEvent id={eventId} />;
  return (
    <EventPage
      id={eventId}
      details={details}
      view={{ ...view, event: null, cursor: null }}
      zone={zoneOf(view.tz, localZone)}
    />
  );
}
