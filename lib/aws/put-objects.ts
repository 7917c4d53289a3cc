import { PutObjectCommand } from "@aws-sdk/client-s3";
import { createS3Client, startRegion } from "#lib/aws/s3-client.ts";
import { DEFAULT_PATIENCE, type S3Settings } from "#lib/aws/s3-settings.ts";

export type ObjectToPut = { readonly key: string; readonly body: Uint8Array };

const AT_ONCE = 24;

/**
 * Writes objects into a bucket, many at a time, in the order in which they come; each is asked for only when a
 * connection is free, so that they may be made on the way. Answers how many were written. Throws the SDK's
 * errors: this serves sample data and tests, Waymark itself never writes to a bucket.
 */
export async function putObjects(settings: S3Settings, objects: Iterable<ObjectToPut>): Promise<number> {
  const client = createS3Client(settings, await startRegion(settings), DEFAULT_PATIENCE);
  const queue = objects[Symbol.iterator]();
  let written = 0;
  const lane = async () => {
    for (let next = queue.next(); next.done !== true; next = queue.next()) {
      const { key, body } = next.value;
      await client.send(
        new PutObjectCommand({
          Bucket: settings.bucket,
          Key: key,
          Body: body,
          ContentType: "application/json",
          ContentEncoding: "gzip",
        }),
      );
      written += 1;
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
  } finally {
    client.destroy();
  }
  return written;
}
