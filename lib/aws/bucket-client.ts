import { setMaxListeners } from "node:events";
import type { S3Client } from "@aws-sdk/client-s3";
import { readErrorFacts } from "#lib/aws/error-facts.ts";
import { type FailureContext, toFailure } from "#lib/aws/failures.ts";
import { createS3Client, startRegion } from "#lib/aws/s3-client.ts";
import type { S3Patience, S3Settings } from "#lib/aws/s3-settings.ts";
import { Failure } from "#lib/server/failure.ts";

/** The bucket was found in another region than the one it was looked for in. */
export type RegionChange = { readonly bucket: string; readonly from: string; readonly to: string };

export type BucketClient = {
  /** Runs a request; if the answer names another region, runs it once more there. Throws Failure only. */
  run<T>(
    request: (s3: S3Client) => Promise<T>,
    context: Pick<FailureContext, "key" | "action">,
    signal: AbortSignal,
  ): Promise<T>;
  /** The region in use; null before the first request. */
  region(): string | null;
  close(): void;
};

export type BucketClientOptions = {
  /** For the sentences of failures: what is read of the bucket. */
  readonly prefix?: string;
  readonly onRegionChange?: (change: RegionChange) => void;
  /** Called with each client before its first request. */
  readonly onClient?: (s3: S3Client) => void;
};

/**
 * A client that moves to the bucket's region when it is told of it. S3 answers a request to the wrong region
 * with 301, 307 or 400 and names the right one; all later requests go there directly.
 */
export function createBucketClient(
  settings: S3Settings,
  patience: S3Patience,
  options: BucketClientOptions = {},
): BucketClient {
  let current: { readonly s3: S3Client; readonly region: string } | null = null;
  let starting: Promise<string> | null = null;
  const clients: S3Client[] = [];
  let closed = false;

  function moveTo(region: string): { readonly s3: S3Client; readonly region: string } {
    if (closed) throw new Failure("cancelled", `The connection to the bucket ${settings.bucket} was closed.`);
    if (current?.region === region) return current;
    const s3 = createS3Client(settings, region, patience);
    // An earlier client lives on until close: other requests may still be reading from it.
    clients.push(s3);
    options.onClient?.(s3);
    current = { s3, region };
    return current;
  }

  async function client(): Promise<{ readonly s3: S3Client; readonly region: string }> {
    starting ??= startRegion(settings);
    const region = await starting;
    return current ?? moveTo(region);
  }

  return {
    async run(request, context, signal) {
      // Many reads listen to one signal at once; Node takes more than ten for a leak.
      setMaxListeners(0, signal);
      if (signal.aborted) throw new Failure("cancelled", "The work was cancelled.");
      const used = await client();
      const where = { bucket: settings.bucket, endpoint: settings.endpoint, ...context };
      const scope = options.prefix === undefined ? where : { ...where, prefix: options.prefix };
      try {
        return await request(used.s3);
      } catch (error) {
        const elsewhere = regionToFollow(error, used.region);
        if (elsewhere === null) throw toFailure(error, { ...scope, region: used.region });
        const isNews = current?.region !== elsewhere;
        const moved = moveTo(elsewhere);
        if (isNews) options.onRegionChange?.({ bucket: settings.bucket, from: used.region, to: elsewhere });
        return await request(moved.s3).catch((second: unknown) => {
          throw toFailure(second, { ...scope, region: elsewhere });
        });
      }
    },
    region: () => current?.region ?? null,
    close() {
      closed = true;
      for (const s3 of clients) s3.destroy();
    },
  };
}

function regionToFollow(error: unknown, used: string): string | null {
  const { status, bucketRegion } = readErrorFacts(error);
  const misdirected = status === 301 || status === 307 || status === 400;
  return misdirected && bucketRegion !== null && bucketRegion !== used ? bucketRegion : null;
}
