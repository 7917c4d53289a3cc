import type { Metadata } from "next";
import { NamesForm } from "#components/names/names-form.tsx";
import styles from "#components/source/page.module.css";
import { database } from "#lib/db/database.ts";
import { readNames } from "#lib/db/names/read-names.ts";

export const metadata: Metadata = { title: "Names" };
export const dynamic = "force-dynamic";

/** The names that people give to accounts, and to whoever is behind sessions. */
export default async function NamesPage() {
  const names = await readNames(database());
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
    </div>
  );
}
