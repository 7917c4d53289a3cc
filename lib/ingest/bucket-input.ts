import * as z from "zod";
import type { S3SourceSettings } from "#lib/db/sources/source.ts";
import { bucketSourceName, canonicalPrefix, readBucketPlace } from "#lib/ingest/read-bucket-place.ts";

/**
 * What a person or a script says of a bucket to read. Empty text counts as not given, so that a form can be passed
 * as it is. The messages are shown beside the field.
 */
const text = z
  .string()
  .trim()
  .max(2048)
  .transform((value) => (value === "" ? null : value))
  .nullish()
  .transform((value) => value ?? null);

/** One of IAM's own role ARNs: "IAM ARNs" in the IAM user guide. */
const ROLE_ARN = /^arn:aws(?:-[a-z-]+)?:iam::\d{12}:role\/[\w+=,.@/-]{1,576}$/;
/** "ExternalId" in the STS API reference, AssumeRole. */
const EXTERNAL_ID = /^[\w+=,.@:/-]{2,1224}$/;
const REGION = /^[a-z]{2,4}(?:-[a-z]+)+-\d{1,2}$/;

const day = text.refine((value) => value === null || z.iso.date().safeParse(value).success, {
  error: "A day is written 2026-11-23.",
});

/** The intervals that the pages offer; any whole number of minutes from 1 to a week is accepted. */
const WEEK = 7 * 24 * 60;
const minutes = z
  .union([z.int(), z.string().trim().regex(/^\d*$/)])
  .nullish()
  .transform((value) => (value === undefined || value === null || value === "" ? null : Number(value)))
  .refine((value) => value === null || (value >= 1 && value <= WEEK), {
    error: `The minutes between two syncs are a whole number from 1 to ${WEEK}.`,
  });

const flag = z
  .union([z.boolean(), z.string().transform((value) => value === "on" || value === "true")])
  .nullish()
  .transform((value) => value ?? false);

export const BucketInput = z
  .object({
    /** `s3://bucket/prefix`, `bucket/prefix`, an ARN, a console address; or the bucket alone, with `prefix`. */
    bucket: z.string({ error: "Name the bucket." }).trim().min(1, { error: "Name the bucket." }).max(2048),
    prefix: text,
    region: text.refine((value) => value === null || REGION.test(value), {
      error: "A region is written as eu-west-1.",
    }),
    endpoint: text.refine((value) => value === null || isHttpAddress(value), {
      error: "An endpoint is an http or https address, such as https://s3.example.net:9000.",
    }),
    pathStyle: flag,
    profile: text,
    roleArn: text.refine((value) => value === null || ROLE_ARN.test(value), {
      error: "A role is written as arn:aws:iam::123456789012:role/Name.",
    }),
    externalId: text.refine((value) => value === null || EXTERNAL_ID.test(value), {
      error: "An external id has 2 to 1224 letters, digits and + = , . @ : / - _ signs.",
    }),
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

function isHttpAddress(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, username, password } = new URL(value);
  // A password in the address would be shown with it.
  return (protocol === "http:" || protocol === "https:") && username === "" && password === "";
}
