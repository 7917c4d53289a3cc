import * as z from "zod";
import type { S3SourceSettings } from "#lib/db/sources/source.ts";
import { day, endpoint, externalId, flag, minutes, REGION, roleArn, text } from "#lib/ingest/input-fields.ts";
import { bucketSourceName, canonicalPrefix, readBucketPlace } from "#lib/ingest/read-bucket-place.ts";

/** What a person or a script says of a bucket to read. */
export const BucketInput = z
  .object({
    /** `s3://bucket/prefix`, `bucket/prefix`, an ARN, a console address; or the bucket alone, with `prefix`. */
    bucket: z.string({ error: "Name the bucket." }).trim().min(1, { error: "Name the bucket." }).max(2048),
    prefix: text,
    region: text.refine((value) => value === null || REGION.test(value), {
      error: "A region is written as eu-west-1.",
    }),
    endpoint,
    pathStyle: flag,
    profile: text,
    roleArn,
    externalId,
    from: day,
    to: day,
    syncEveryMinutes: minutes,
    expectedObjects: z.coerce.number().int().min(0).optional().catch(undefined),
  })
  .check(({ value, issues }) => {
    const problem = (path: keyof typeof value, message: string) =>
      issues.push({ code: "custom", input: value[path], path: [path], message });
    const place = readBucketPlace(value.bucket);
    if (place === null) problem("bucket", "That is no bucket: write s3://bucket/prefix.");
    if (value.prefix !== null && place !== null && place.prefix !== "") {
      problem("prefix", "Give the prefix once: here or behind the bucket.");
    }
    if (value.externalId !== null && value.roleArn === null) {
      problem("externalId", "An external id goes with a role to assume.");
    }
    if (value.from !== null && value.to !== null && value.to < value.from) {
      problem("to", "The last day is before the first.");
    }
  });

export type BucketInput = z.infer<typeof BucketInput>;

/** A source of a bucket: its name and settings, in the one form in which they are kept. */
export function bucketSettings(input: BucketInput): {
  readonly name: string;
  readonly settings: S3SourceSettings;
} {
  const place = readBucketPlace(input.bucket);
  if (place === null) throw new RangeError("The input was not checked.");
  const prefix = canonicalPrefix(place.prefix + (input.prefix ?? ""));
  const { region, endpoint, pathStyle, profile, roleArn, externalId, from, to, expectedObjects } = input;
  return {
    name: bucketSourceName({ bucket: place.bucket, prefix }),
    settings: {
      kind: "s3",
      bucket: place.bucket,
      prefix,
      region,
      endpoint,
      pathStyle,
      profile,
      roleArn,
      externalId,
      from,
      to,
      ...(expectedObjects === undefined ? {} : { expectedObjects }),
    },
  };
}
