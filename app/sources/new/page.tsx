import type { Metadata } from "next";
import Link from "next/link";
import { submitBucket } from "#app/sources/actions.ts";
import { AddBucketForm } from "#components/source/add-bucket-form.tsx";
import { NO_VALUES } from "#components/source/bucket-attempt.ts";
import styles from "#components/source/page.module.css";
import { asRoute } from "#components/ui/route.ts";

export const metadata: Metadata = { title: "Add a bucket" };

/** Adding a bucket: test, what was found, how far back, go. */
export default function NewSourcePage() {
  return (
    <div className={styles["page"]}>
      <header className={styles["head"]}>
        <h1 className={styles["title"]}>Add a bucket</h1>
      </header>
      <p className={styles["about"]}>
        The S3 bucket into which CloudTrail writes. Waymark reads it with the AWS credentials of the user that
        it runs as, and writes nothing into it. Log files on this machine go on the{" "}
        <Link href={asRoute("/sources")} className={styles["link"]}>
          page of sources
        </Link>
        .
      </p>
      <AddBucketForm initial={{ kind: "blank", values: NO_VALUES }} attempt={submitBucket} />
    </div>
  );
}
