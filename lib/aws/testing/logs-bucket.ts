import type { S3Settings } from "#lib/aws/s3-settings.ts";

/** The bucket `logs` on a server of the test's own. */
export function logsBucket(endpoint: string): S3Settings {
  return {
    bucket: "logs",
    region: "us-east-1",
    endpoint,
    pathStyle: true,
    profile: null,
    roleArn: null,
    externalId: null,
  };
}
