import type { Metadata } from "next";
import { readOne, type SearchParameters } from "#app/read-zone.ts";
import { ListedAccounts } from "#components/names/listed-accounts.tsx";
import { NamesForm } from "#components/names/names-form.tsx";
import styles from "#components/source/page.module.css";
import { database } from "#lib/db/database.ts";
import { readListed } from "#lib/db/names/read-listed.ts";
import { readNames } from "#lib/db/names/read-names.ts";
import { type ListedSource, listSources } from "#lib/db/sources/list-sources.ts";
import { hasCredentials } from "#lib/ingest/list-source-accounts.ts";

export const metadata: Metadata = { title: "Names" };
export const dynamic = "force-dynamic";

type Props = { readonly searchParams: Promise<SearchParameters> };

/** The names that people give to accounts, and to whoever is behind sessions. */
export default async function NamesPage({ searchParams }: Props) {
  const [names, listed, sources] = await Promise.all([
    readNames(database()),
    readListed(database()),
    listSources(database()),
  ]);
  return (
    <div className={styles["page"]}>
      <header className={styles["bar"]}>
        <h1 className={styles["title"]}>Names</h1>
      </header>
      <p className={styles["about"]}>
        Names stand beside what AWS tells, on every page and for everybody. What the records say stays what is
        searched, copied and exported: the number of an account, the name of a session.
      </p>
      <NamesForm names={names} />
      <ListedAccounts
        listed={listed}
        given={names.accounts.map(({ account }) => account)}
        sources={sources.filter(({ source }) => hasCredentials(source) && !source.isRemoved).map(toChoice)}
        chosen={readOne((await searchParams)["source"])}
      />
    </div>
  );
}

function toChoice({ source }: ListedSource): { readonly id: string; readonly name: string } {
  return { id: source.id, name: source.name };
}
