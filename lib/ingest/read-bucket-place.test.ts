import { expect, it } from "vitest";
import { bucketSourceName, readBucketPlace } from "#lib/ingest/read-bucket-place.ts";

it.each([
  ["s3://acme-logs/org/AWSLogs/", "s3://acme-logs/org/AWSLogs/"],
  ["  S3://acme-logs ", "s3://acme-logs/"],
  ["acme-logs/trail", "s3://acme-logs/trail"],
  ["s3://acme-logs//AWSLogs", "s3://acme-logs/AWSLogs/"],
  ["s3://acme-logs/AWSLogs/*", "s3://acme-logs/AWSLogs/"],
  ["arn:aws:s3:::acme-logs/AWSLogs/o-abc123def4", "s3://acme-logs/AWSLogs/o-abc123def4/"],
  ["arn:aws-us-gov:s3:::acme-logs", "s3://acme-logs/"],
  ["s3://acme-logs/AWSLogs/111122223333", "s3://acme-logs/AWSLogs/111122223333/"],
  [
    "https://eu-west-1.console.aws.amazon.com/s3/buckets/acme-logs?region=eu-west-1&prefix=AWSLogs/&tab=objects",
    "s3://acme-logs/AWSLogs/",
  ],
])("%s is %s", (text, name) => {
  const place = readBucketPlace(text);
  expect(place && bucketSourceName(place)).toBe(name);
});

it.each([
  "",
  "s3://",
  "a",
  "https://example.com/bucket",
  "s3://bad bucket/x",
  "ftp://acme-logs/x",
  "-logs/x",
])("%j is no bucket", (text) => {
  expect(readBucketPlace(text)).toBeNull();
});
