import * as z from "zod";
import { chosenIn, type Outcome, textIn, trySource } from "#app/sources/new/try-source.ts";
import type { BucketValues, FoundReport } from "#components/source/bucket-attempt.ts";
import { iamPolicy, partitionOf } from "#lib/aws/iam-policy.ts";
import type { Database } from "#lib/db/database.ts";
import { findSource } from "#lib/db/sources/find-source.ts";
import type { Source } from "#lib/db/sources/source.ts";
import { addBucketSource } from "#lib/ingest/add-source.ts";
import { BucketInput, bucketSettings } from "#lib/ingest/bucket-input.ts";
import { firstDay, RANGES } from "#lib/ingest/estimate.ts";
import { testConnection } from "#lib/ingest/test-connection.ts";

/**
 * Tests or adds the bucket of a form. `now`: milliseconds since 1970, from which the days of the range are counted. A
 * form that names a `source` changes how that one is reached; its bucket, its days and its schedule stay.
 */
export async function tryBucket(
  db: Database,
  form: FormData,
  now: number,
  signal: AbortSignal,
): Promise<Outcome<BucketValues, FoundReport>> {
  const typed = readValues(form);
  const known = form.has("source") ? await findKnown(db, textIn(form, "source")) : null;
  if (known === "gone") {
    return { kind: "wrong", values: typed, problems: { bucket: "This source is not there any more." } };
  }
  const values = known === null ? typed : { ...typed, bucket: known.bucket };
  const days = RANGES.find(({ id }) => id === values.range)?.days ?? null;
  return trySource({
    form,
    values,
    schema: BucketInput,
    input: {
      ...values,
      from: days === null ? null : firstDay(days, now),
      expectedObjects: textIn(form, `expected-${values.range}`) || undefined,
      ...known,
    },
    policyOf(input) {
      const { bucket, prefix, region } = bucketSettings(input).settings;
      return iamPolicy({ bucket, prefix, partition: partitionOf(region) });
    },
    add: (input) => addBucketSource(db, input),
    test: (input) => testConnection(input, signal, { now }),
  });
}

/** What stays of a source when the way to it is changed. */
async function findKnown(db: Database, id: string) {
  const source = z.uuid().safeParse(id).success ? await findSource(db, id) : null;
  if (source?.settings.kind !== "s3" || source.isRemoved) return "gone";
  const { from, to } = source.settings;
  return { bucket: source.name, from, to, syncEveryMinutes: source.syncEveryMinutes };
}

/** How a source is reached now, as the form shows it. */
export function valuesOf({ name, settings, syncEveryMinutes }: Source): BucketValues | null {
  if (settings.kind !== "s3") return null;
  return {
    bucket: name,
    region: settings.region ?? "",
    endpoint: settings.endpoint ?? "",
    pathStyle: settings.pathStyle,
    profile: settings.profile ?? "",
    roleArn: settings.roleArn ?? "",
    externalId: settings.externalId ?? "",
    range: "all",
    syncEveryMinutes: syncEveryMinutes === null ? "" : String(syncEveryMinutes),
  };
}

function readValues(form: FormData): BucketValues {
  return {
    bucket: textIn(form, "bucket"),
    region: textIn(form, "region"),
    endpoint: textIn(form, "endpoint"),
    pathStyle: form.get("pathStyle") !== null,
    profile: textIn(form, "profile"),
    roleArn: textIn(form, "roleArn"),
    externalId: textIn(form, "externalId"),
    // The first test has no range yet: the usual one is chosen for the next.
    range: chosenIn(form, "range", "30d"),
    syncEveryMinutes: chosenIn(form, "syncEveryMinutes", "15"),
  };
}
