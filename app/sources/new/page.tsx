import type { Metadata } from "next";
import { submitBucket, submitLookup } from "#app/sources/actions.ts";
import { AddBucketForm } from "#components/source/add-bucket-form.tsx";
import { AddLookupForm } from "#components/source/add-lookup-form.tsx";
import { NO_VALUES } from "#components/source/bucket-attempt.ts";
import { NO_LOOKUP } from "#components/source/lookup-attempt.ts";
import styles from "#components/source/page.module.css";
import { TzLink } from "#components/ui/tz-link.tsx";

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
        <TzLink href="/sources" className={styles["link"]}>
          page of sources
        </TzLink>
        .
      </p>
      <AddBucketForm initial={{ kind: "blank", values: NO_VALUES }} attempt={submitBucket} />
      <section className={styles["section"]} aria-labelledby="lookup">
        <h2 id="lookup">No trail? Read the last 90 days</h2>
        <p className={styles["about"]}>
          CloudTrail keeps the management events of the last 90 days for every account, region by region,
          whether there is a trail or not. Waymark reads them through LookupEvents: two calls of 50 events a
          second in each region, so a busy account takes hours. Data events never come this way. What a trail
          delivers, too, is loaded once.
        </p>
        <AddLookupForm initial={{ kind: "blank", values: NO_LOOKUP }} attempt={submitLookup} />
      </section>
    </div>
  );
}
