import { HeadBucketCommand } from "@aws-sdk/client-s3";
import { createBucketClient } from "#lib/aws/bucket-client.ts";
import { readErrorFacts } from "#lib/aws/error-facts.ts";
import { toFailure } from "#lib/aws/failures.ts";
import { DEFAULT_PATIENCE, type S3Patience, type S3Settings } from "#lib/aws/s3-settings.ts";

/**
 * The region a bucket is in, or null where the server has no such notion. Works without any permission on the
 * bucket: S3 names the region even when it denies HeadBucket. Throws Failure if there is no such bucket, or
 * neither it nor credentials can be reached.
 */
export async function readBucketRegion(
  settings: S3Settings,
  signal: AbortSignal,
  patience: Partial<S3Patience> = {},
): Promise<string | null> {
  const client = createBucketClient(settings, { ...DEFAULT_PATIENCE, ...patience });
  const context = { key: null, action: "locate" } as const;
  try {
    return await client.run(
      async (s3) => {
        try {
          const command = new HeadBucketCommand({ Bucket: settings.bucket });
          return (await s3.send(command, { abortSignal: signal })).BucketRegion ?? null;
        } catch (error) {
          const { status, bucketRegion } = readErrorFacts(error);
          if (bucketRegion !== null && status !== 404) return bucketRegion;
          throw toFailure(error, { ...context, bucket: settings.bucket, endpoint: settings.endpoint });
        }
      },
      context,
      signal,
    );
  } finally {
    client.close();
  }
}
