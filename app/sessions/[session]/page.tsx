import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { readAddressBook, withStoryPlaces } from "#app/address-book.ts";
import { readOne, readPageZone, type SearchParameters } from "#app/read-zone.ts";
import { readableSegment } from "#app/readable-segment.ts";
import { SessionPage } from "#components/actor/session-page.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Note } from "#components/ui/note.tsx";
import { RetryButton } from "#components/ui/retry-button.tsx";
import { readSession, type SessionAnswer } from "#lib/db/credentials/read-session.ts";
import { database } from "#lib/db/database.ts";
import { type Failure, isFailure } from "#lib/server/failure.ts";

type Props = {
  readonly params: Promise<{ readonly session: string }>;
  readonly searchParams: Promise<SearchParameters>;
};

export const metadata: Metadata = { title: "Session" };

/** The permanent address of one credential: a session, or an access key. */
export default async function OneSessionPage({ params, searchParams }: Props) {
  const parameters = await searchParams;
  const answer = await read(readableSegment((await params).session));
  if (answer === null) notFound();
  if ("failure" in answer) return <FailedRead failure={answer.failure} />;
  const { others, ...chain } = answer.who;
  return (
    <SessionPage
      chain={chain}
      others={others}
      issued={answer.issued[0] ?? null}
      story={answer.story}
      tz={readOne(parameters["tz"]) ?? "utc"}
      zone={await readPageZone(parameters)}
    />
  );
}

/** null where nothing names it, or where it is no name of a credential at all. */
async function read(id: string): Promise<SessionAnswer | { readonly failure: Failure } | null> {
  try {
    const [answer, book] = await Promise.all([readSession(database(), id), readAddressBook()]);
    return { ...answer, story: withStoryPlaces(answer.story, book) };
  } catch (error) {
    if (isFailure(error, "not-found") || isFailure(error, "bad-request")) return null;
    if (isFailure(error)) return { failure: error };
    throw error;
  }
}

function FailedRead({ failure }: { readonly failure: Failure }) {
  return (
    <EmptyState level={1} title="The session could not be read." actions={<RetryButton />}>
      <Note kind="problem" title={failure.message}>
        {failure.remedy}
      </Note>
    </EmptyState>
  );
}
