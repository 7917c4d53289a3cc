import type { Metadata } from "next";
import { notFound } from "next/navigation";
import * as z from "zod";
import { submitBucket } from "#app/sources/actions.ts";
import { valuesOf } from "#app/sources/new/try-bucket.ts";
import { AddBucketForm } from "#components/source/add-bucket-form.tsx";
import styles from "#components/source/page.module.css";
import { Text } from "#components/ui/text.tsx";
import { TzLink } from "#components/ui/tz-link.tsx";
import { database } from "#lib/db/database.ts";
import { findSource } from "#lib/db/sources/find-source.ts";

type Props = { readonly params: Promise<{ readonly id: string }> };

export const metadata: Metadata = { title: "Change how a bucket is reached" };

/** Other credentials, another region or server for a bucket that is a source already: tested as when it was added. */
export default async function ChangeSourcePage({ params }: Props) {
  const id = z.uuid().safeParse((await params).id);
  const source = id.success ? await findSource(database(), id.data) : null;
  const values = source === null || source.isRemoved ? null : valuesOf(source);
  if (source === null || values === null) notFound();
  return (
    <div className={styles["page"]}>
      <header className={styles["head"]}>
        <h1 className={styles["title"]}>Change how a bucket is reached</h1>
      </header>
      <p className={styles["about"]}>
        <TzLink href={`/sources/${source.id}`} className={styles["link"]}>
          <Text>{source.name}</Text>
        </TzLink>{" "}
        keeps what it has loaded, its days and its schedule. At another endpoint everything is listed again.
      </p>
      <AddBucketForm initial={{ kind: "blank", values }} sourceId={source.id} attempt={submitBucket} />
    </div>
  );
}
