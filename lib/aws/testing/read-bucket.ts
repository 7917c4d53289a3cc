import type { S3Settings } from "#lib/aws/s3-settings.ts";
import { createS3Store, type S3StoreOptions } from "#lib/aws/s3-store.ts";
import type { FolderListing, LogObject } from "#lib/base/log-store.ts";
import { readAll } from "#lib/base/read-all.ts";

const signal = new AbortController().signal;

/** The object that tests of answers ask for. */
export const KEY = "AWSLogs/111122223333/CloudTrail/eu-west-1/2026/10/01/x.json.gz";
export const OBJECT: LogObject = { key: KEY, size: 10, etag: "abc", lastModified: null, archived: false };

/** Its content, read by a store of its own. */
export async function readObject(settings: S3Settings, options: S3StoreOptions = {}): Promise<string> {
  const store = createS3Store(settings, options);
  try {
    return (await readAll(await store.open(OBJECT, signal))).toString("utf8");
  } finally {
    store.close();
  }
}

/** One level of the bucket, listed by a store of its own. */
export async function listBucket(settings: S3Settings, options: S3StoreOptions = {}): Promise<FolderListing> {
  const store = createS3Store(settings, options);
  try {
    return await store.listFolder("AWSLogs/", signal);
  } finally {
    store.close();
  }
}
