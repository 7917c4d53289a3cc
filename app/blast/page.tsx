import type { Metadata } from "next";
import { readAddressBook } from "#app/address-book.ts";
import { type OrFailure, orFailure } from "#app/or-failure.ts";
import { readBlastRequest } from "#app/read-blast-request.ts";
import { readOne, readPageZone, type SearchParameters } from "#app/read-zone.ts";
import { BlastForm } from "#components/blast/blast-form.tsx";
import { BlastPage } from "#components/blast/blast-page.tsx";
import styles from "#components/source/page.module.css";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Note } from "#components/ui/note.tsx";
import { RetryButton } from "#components/ui/retry-button.tsx";
import { Text } from "#components/ui/text.tsx";
import { readBlast } from "#lib/db/blast/read-blast.ts";
import { database } from "#lib/db/database.ts";
import type { AddressPlace } from "#lib/event/address-place.ts";
import type { Blast } from "#lib/event/blast.ts";

export const metadata: Metadata = { title: "Blast radius" };
export const dynamic = "force-dynamic";

/** How far a key, session, address or person reached. All of it is in the address. */
export default async function BlastRadiusPage(props: { readonly searchParams: Promise<SearchParameters> }) {
  const parameters = await props.searchParams;
  const zone = await readPageZone(parameters);
  const tz = readOne(parameters["tz"]) ?? "utc";
  const from = readOne(parameters["from"]);
  const asked = {
    from: from ?? "",
    since: readOne(parameters["since"]) ?? undefined,
    until: readOne(parameters["until"]) ?? undefined,
  };
  const read = from === null ? null : await tryRead(asked);
  return (
    <div className={styles["page"]}>
      <header className={styles["bar"]}>
        <h1 className={styles["title"]}>Blast radius</h1>
      </header>
      <BlastForm from={asked.from} since={asked.since ?? ""} until={asked.until ?? ""} tz={tz} />
      {read === null ? (
        <p className={styles["about"]}>
          From one access key, session, address or person: every credential that came of it, what these wrote
          to, and what they created that still stands.
        </p>
      ) : "failure" in read ? (
        <Note kind="problem" title={read.failure.message} actions={<RetryButton />}>
          {read.failure.remedy}
        </Note>
      ) : read.found.blast === null ? (
        <EmptyState title="No loaded credential belongs to this.">
          <p>
            Nothing that is loaded was done with or by <Text>{asked.from}</Text> in this time, or it was done
            without an access key.
          </p>
        </EmptyState>
      ) : (
        <BlastPage blast={read.found.blast} place={read.found.place} zone={zone} tz={tz} asked={asked} />
      )}
    </div>
  );
}

type Asked = Parameters<typeof readBlastRequest>[0];
type Found = { readonly blast: Blast | null; readonly place: AddressPlace | null };

function tryRead(asked: Asked): Promise<OrFailure<Found>> {
  return orFailure(async () => {
    const { subject, range } = readBlastRequest(asked, Date.now());
    const [blast, { placeOf }] = await Promise.all([
      readBlast(database(), subject, range),
      readAddressBook(),
    ]);
    return { blast, place: subject.kind === "ip" ? placeOf(subject.value) : null };
  });
}
