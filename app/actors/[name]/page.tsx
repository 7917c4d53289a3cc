import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { readAddressBook, withPlaces } from "#app/address-book.ts";
import { type OrFailure, orFailure } from "#app/or-failure.ts";
import { readOne, readPageZone, type SearchParameters } from "#app/read-zone.ts";
import { readableSegment } from "#app/readable-segment.ts";
import { ActorPage } from "#components/actor/actor-page.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { FailedRead } from "#components/ui/failed-read.tsx";
import { Note } from "#components/ui/note.tsx";
import { visibleText } from "#components/ui/visible-text.ts";
import { type ActorRequest, readActor } from "#lib/db/actors/read-actor.ts";
import { database } from "#lib/db/database.ts";
import type { ActorProfile } from "#lib/event/actor/actor-profile.ts";
import { parseTimeRange } from "#lib/search/time-range.ts";

type Props = {
  readonly params: Promise<{ readonly name: string }>;
  readonly searchParams: Promise<SearchParameters>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: visibleText(readableSegment((await params).name)) };
}

/** The permanent address of one actor: a person, role, user, service or root. */
export default async function OneActorPage({ params, searchParams }: Props) {
  const parameters = await searchParams;
  const { range, problems } = parseTimeRange(
    readOne(parameters["from"]),
    readOne(parameters["to"]),
    Date.now(),
  );
  const [problem] = problems;
  if (problem !== undefined) {
    return (
      <EmptyState level={1} title="The time in the address can't be read.">
        <Note kind="problem" title={problem.message} />
      </EmptyState>
    );
  }
  const read = await readProfile({
    name: readableSegment((await params).name),
    isRole: readOne(parameters["kind"]) === "role",
    range,
  });
  if ("failure" in read) return <FailedRead title="The actor could not be read." failure={read.failure} />;
  if (read.found === null) notFound();
  const zone = await readPageZone(parameters);
  return <ActorPage profile={read.found} tz={readOne(parameters["tz"]) ?? "utc"} zone={zone} />;
}

function readProfile(request: ActorRequest): Promise<OrFailure<ActorProfile | null>> {
  return orFailure(async () => {
    const [profile, book] = await Promise.all([readActor(database(), request), readAddressBook()]);
    return profile === null ? null : { ...profile, addresses: withPlaces(profile.addresses, book) };
  });
}
