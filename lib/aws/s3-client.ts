import { S3Client } from "@aws-sdk/client-s3";
import { credentialsOf } from "#lib/aws/credentials.ts";
import type { S3Patience, S3Settings } from "#lib/aws/s3-settings.ts";

/** Sixteen objects are read at once; the rest is for lists that run beside them. */
const SOCKETS = 24;

/** A client for these settings in this region. The caller destroys it. */
export function createS3Client(settings: S3Settings, region: string, patience: S3Patience): S3Client {
  const agent = { keepAlive: true, maxSockets: SOCKETS };
  return new S3Client({
    region,
    credentials: credentialsOf({ ...settings, region }),
    ...(settings.profile === null ? {} : { profile: settings.profile }),
    ...(settings.endpoint === null ? {} : { endpoint: settings.endpoint }),
    forcePathStyle: settings.pathStyle,
    retryMode: "adaptive",
    maxAttempts: patience.attempts,
    // Log objects carry gzip's own checksum; S3's would be computed a second time over every byte.
    responseChecksumValidation: "WHEN_REQUIRED",
    requestHandler: {
      connectionTimeout: patience.connectTimeoutMs,
      requestTimeout: patience.idleTimeoutMs,
      throwOnRequestTimeout: true,
      httpAgent: agent,
      httpsAgent: agent,
    },
  });
}

/** Where to ask first: the region given, else the SDK's (AWS_REGION or the profile), else us-east-1. */
export async function startRegion(settings: Pick<S3Settings, "region" | "profile">): Promise<string> {
  if (settings.region !== null) return settings.region;
  const client = new S3Client(settings.profile === null ? {} : { profile: settings.profile });
  try {
    return await client.config.region();
  } catch {
    // The SDK has no region configured; any region's endpoint tells where the bucket is.
    return "us-east-1";
  } finally {
    client.destroy();
  }
}
