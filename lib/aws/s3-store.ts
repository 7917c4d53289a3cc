import { Readable } from "node:stream";
import { GetObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { type BucketClient, createBucketClient, type RegionChange } from "#lib/aws/bucket-client.ts";
import { toFailure } from "#lib/aws/failures.ts";
import { type ListPage, listPage } from "#lib/aws/list-page.ts";
import { readBody } from "#lib/aws/object-body.ts";
import { createQuickGet } from "#lib/aws/quick-get.ts";
import { DEFAULT_PATIENCE, type S3Patience, type S3Settings } from "#lib/aws/s3-settings.ts";
import type { LogObject, LogStore } from "#lib/base/log-store.ts";
import { readAll } from "#lib/base/read-all.ts";
import { Failure } from "#lib/server/failure.ts";

export type S3StoreOptions = {
  /** The prefix the source reads: remedies propose a policy for exactly this. */
  readonly prefix?: string;
  /** Called once when the bucket turns out to be in another region than it was looked for in. */
  readonly onRegionChange?: (change: RegionChange) => void;
  readonly patience?: Partial<S3Patience>;
};

export type S3Store = LogStore & {
  /** The region in use; the bucket's own once a request has succeeded. null before the first. */
  region(): string | null;
};

/** Times a broken connection is taken up again in the middle of one object. */
const RESUMPTIONS = 3;

/** A bucket as a LogStore. Finding credentials and the region waits until the first request. */
export function createS3Store(settings: S3Settings, options: S3StoreOptions = {}): S3Store {
  const patience = { ...DEFAULT_PATIENCE, ...options.patience };
  const quickGet = createQuickGet(patience.idleTimeoutMs);
  const client = createBucketClient(settings, patience, { ...options, onClient: quickGet.learnFrom });
  const open = (object: LogObject, signal: AbortSignal) =>
    openObject(client, settings, patience, object, signal);

  async function* pages(
    prefix: string,
    delimiter: string | null,
    startAfter: string | null,
    signal: AbortSignal,
  ): AsyncGenerator<ListPage> {
    let token: string | null = null;
    do {
      const request = { bucket: settings.bucket, prefix, delimiter, startAfter, token };
      const context = { key: prefix, action: "list" } as const;
      const page: ListPage = await client.run((s3) => listPage(s3, request, signal), context, signal);
      yield page;
      token = page.token;
    } while (token !== null);
  }

  return {
    async listFolder(prefix, signal) {
      const folders: string[] = [];
      const objects: LogObject[] = [];
      for await (const page of pages(prefix, "/", null, signal)) {
        folders.push(...page.folders);
        objects.push(...page.objects);
      }
      return { folders, objects };
    },
    listFolderPages: (prefix, signal) => pages(prefix, "/", null, signal),
    async *listObjects(prefix, startAfter, signal) {
      for await (const page of pages(prefix, null, startAfter, signal)) {
        if (page.objects.length > 0) yield page.objects;
      }
    },
    open,
    async read(object, signal) {
      const quick = await client.run(
        (s3) => quickGet.read(s3, object.key, signal),
        { key: object.key, action: "read" },
        signal,
      );
      return quick ?? readAll(await open(object, signal));
    },
    close: () => client.close(),
    region: () => client.region(),
  };
}

async function openObject(
  client: BucketClient,
  { bucket, endpoint }: S3Settings,
  { idleTimeoutMs }: S3Patience,
  { key }: LogObject,
  signal: AbortSignal,
): Promise<Readable> {
  const context = { key, action: "read" } as const;
  const first = await client.run((s3) => getObject(s3, { bucket, key }, signal), context, signal);
  return readBody(
    first.body,
    {
      open: async (offset, stop) => {
        const rest = { bucket, key, offset, etag: first.etag };
        return (await client.run((s3) => getObject(s3, rest, stop), context, stop)).body;
      },
      size: first.size,
      idleTimeoutMs,
      resumptions: RESUMPTIONS,
      translate: (error) => toFailure(error, { bucket, endpoint, ...context }),
    },
    signal,
  );
}

type GetRequest = {
  readonly bucket: string;
  readonly key: string;
  /** Bytes already read, and of which version of the object: a rest of another one must not be appended. */
  readonly offset?: number;
  readonly etag?: string | null;
};

type Got = { readonly body: Readable; readonly size: number | null; readonly etag: string | null };

async function getObject(s3: S3Client, request: GetRequest, signal: AbortSignal): Promise<Got> {
  const { bucket, key, offset = 0, etag = null } = request;
  const output = await s3.send(
    new GetObjectCommand({
      Bucket: bucket,
      Key: key,
      ...(offset === 0 ? {} : { Range: `bytes=${offset}-` }),
      ...(etag === null ? {} : { IfMatch: etag }),
    }),
    { abortSignal: signal },
  );
  if (!(output.Body instanceof Readable)) {
    throw new Failure("unreachable", `s3://${bucket}/${key} was answered without a body.`);
  }
  if (offset > 0 && output.ContentRange === undefined) {
    output.Body.destroy();
    throw new Failure("unreachable", `The connection broke in the middle of s3://${bucket}/${key}.`, {
      remedy: "The server cannot send the rest of an object alone. Try again.",
    });
  }
  return { body: output.Body, size: output.ContentLength ?? null, etag: output.ETag ?? null };
}
