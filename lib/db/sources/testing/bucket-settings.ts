import type { S3SourceSettings } from "#lib/db/sources/source.ts";

/** A whole bucket of a server on this machine. */
export function bucketOn(
  server: { readonly endpoint: string; readonly bucket: string },
  changes: Partial<S3SourceSettings> = {},
): S3SourceSettings {
  return {
    kind: "s3",
    bucket: server.bucket,
    prefix: "",
    region: "us-east-1",
    endpoint: server.endpoint,
    pathStyle: true,
    profile: null,
    roleArn: null,
    externalId: null,
    from: null,
    to: null,
    ...changes,
  };
}

/** A prefix of a bucket on AWS, from a day on. */
export const ACME_LOGS: S3SourceSettings = {
  kind: "s3",
  bucket: "acme-logs",
  prefix: "AWSLogs/",
  region: null,
  endpoint: null,
  pathStyle: false,
  profile: null,
  roleArn: null,
  externalId: null,
  from: "2026-10-01",
  to: null,
};
