import { chosenIn, type Outcome, textIn, trySource } from "#app/sources/new/try-source.ts";
import type { BucketValues, FoundReport } from "#components/source/bucket-attempt.ts";
import { iamPolicy, partitionOf } from "#lib/aws/iam-policy.ts";
import type { Database } from "#lib/db/database.ts";
import { addBucketSource } from "#lib/ingest/add-source.ts";
import { BucketInput, bucketSettings } from "#lib/ingest/bucket-input.ts";
import { firstDay, RANGES } from "#lib/ingest/estimate.ts";
import { testConnection } from "#lib/ingest/test-connection.ts";

/** Tests or adds the bucket of a form. `now`: milliseconds since 1970, from which the days of the range are counted. */
export function tryBucket(
  db: Database,
  form: FormData,
  now: number,
  signal: AbortSignal,
): Promise<Outcome<BucketValues, FoundReport>> {
  const values = readValues(form);
  const days = RANGES.find(({ id }) => id === values.range)?.days ?? null;
  return trySource({
    form,
    values,
    schema: BucketInput,
    input: {
      ...values,
      from: days === null ? null : firstDay(days, now),
      expectedObjects: textIn(form, `expected-${values.range}`) || undefined,
    },
    policyOf(input) {
      const { bucket, prefix, region } = bucketSettings(input).settings;
      return iamPolicy({ bucket, prefix, partition: partitionOf(region) });
    },
    add: (input) => addBucketSource(db, input),
    test: (input) => testConnection(input, signal, { now }),
  });
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
