import { checkInput } from "#app/api/read-body.ts";
import type { BucketAttempt, BucketValues } from "#components/source/bucket-attempt.ts";
import { iamPolicy, partitionOf } from "#lib/aws/iam-policy.ts";
import type { Database } from "#lib/db/database.ts";
import { addBucketSource } from "#lib/ingest/add-source.ts";
import { BucketInput, bucketSettings } from "#lib/ingest/bucket-input.ts";
import { firstDay, RANGES } from "#lib/ingest/estimate.ts";
import { testConnection } from "#lib/ingest/test-connection.ts";
import { isFailure } from "#lib/server/failure.ts";

/** What came of the form: something to show, or the source that was added. */
export type BucketOutcome = BucketAttempt | { readonly kind: "added"; readonly sourceId: string };

/**
 * Carries out what the form for a bucket asks: `intent` test or start. `now`: milliseconds since 1970, from which
 * the days of the range are counted.
 */
export async function tryBucket(
  db: Database,
  form: FormData,
  now: number,
  signal: AbortSignal,
): Promise<BucketOutcome> {
  const values = readValues(form);
  const days = RANGES.find(({ id }) => id === values.range)?.days ?? null;
  const checked = checkInput(BucketInput, {
    ...values,
    from: days === null ? null : firstDay(days, now),
    expectedObjects: textOf(form, `expected-${values.range}`) || undefined,
  });
  if ("problems" in checked) {
    const problems = checked.problems.map(({ parameter, message }) => [parameter, message]);
    return { kind: "wrong", values, problems: Object.fromEntries(problems) };
  }
  const input = checked.data;
  const { bucket, prefix, region } = bucketSettings(input).settings;
  const policy = iamPolicy({ bucket, prefix, partition: partitionOf(region) });
  try {
    if (form.get("intent") === "start") {
      const { source } = await addBucketSource(db, input);
      return { kind: "added", sourceId: source.id };
    }
    return { kind: "found", values, policy, report: await testConnection(input, signal, { now }) };
  } catch (error) {
    if (!isFailure(error)) throw error;
    return { kind: "failed", values, policy, message: error.message, remedy: error.remedy };
  }
}

function readValues(form: FormData): BucketValues {
  const text = (name: string) => textOf(form, name);
  return {
    bucket: text("bucket"),
    region: text("region"),
    endpoint: text("endpoint"),
    pathStyle: form.get("pathStyle") !== null,
    profile: text("profile"),
    roleArn: text("roleArn"),
    externalId: text("externalId"),
    // The first test has no range yet: the usual one is chosen for the next.
    range: form.has("range") ? text("range") : "30d",
    syncEveryMinutes: form.has("syncEveryMinutes") ? text("syncEveryMinutes") : "15",
  };
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.trim() : "";
}
