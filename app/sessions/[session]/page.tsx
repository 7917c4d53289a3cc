import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { readAddressBook, withStoryPlaces } from "#app/address-book.ts";
import { type OrFailure, orFailure } from "#app/or-failure.ts";
import { readOne, readPageZone, type SearchParameters } from "#app/read-zone.ts";
import { readableSegment } from "#app/readable-segment.ts";
import { SessionPage } from "#components/actor/session-page.tsx";
import { FailedRead } from "#components/ui/failed-read.tsx";
import { readSession, type SessionAnswer } from "#lib/db/credentials/read-session.ts";
import { database } from "#lib/db/database.ts";

type Props = {
  readonly params: Promise<{ readonly session: string }>;
  readonly searchParams: Promise<SearchParameters>;
};

export const metadata: Metadata = { title: "Session" };

/** The permanent address of one credential: a session, or an access key. */
export default async function OneSessionPage({ params, searchParams }: Props) {
  const parameters = await searchParams;
  const read = await readAnswer(readableSegment((await params).session));
  if (read === null) notFound();
  if ("failure" in read) return <FailedRead title="The session could not be read." failure={read.failure} />;
  const { who, issued, story } = read.found;
  const { others, ...chain } = who;
  return (
    <SessionPage
      chain={chain}
      others={others}
      issued={issued[0] ?? null}
      story={story}
      tz={readOne(parameters["tz"]) ?? "utc"}
      zone={await readPageZone(parameters)}
    />
  );
}

/** null where nothing names it, or where it is no name of a credential at all. */
async function readAnswer(id: string): Promise<OrFailure<SessionAnswer> | null> {
  const read = await orFailure(async () => {
    const [answer, book] = await Promise.all([readSession(database(), id), readAddressBook()]);
    return { ...answer, story: withStoryPlaces(answer.story, book) };
  });
  const isNothing = "failure" in read && ["not-found", "bad-request"].includes(read.failure.code);
  return isNothing ? null : read;
}
