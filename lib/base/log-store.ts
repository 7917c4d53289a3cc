/**
 * Where log objects lie: a bucket, a folder on disk, an upload, the sample trail. The river in knows nothing
 * else of its source. Every method throws Failure (lib/server/failure.ts) with a sentence and a remedy.
 */
export type LogObject = {
  readonly key: string;
  /** Bytes as stored, compressed. */
  readonly size: number;
  /** Changes when the content does; null where the store has no such thing. */
  readonly etag: string | null;
  /** Milliseconds since 1970 UTC. */
  readonly lastModified: number | null;
  /** Set where the store can tell before fetching that the object cannot be read (S3 Glacier). */
  readonly archived: boolean;
  /** Set where the store knows why this cannot be read, or need not be: it is settled as that and never opened. */
  readonly closed?: ClosedReason;
};

export type ClosedReason = {
  readonly state: "skipped" | "failed";
  /** A FailureCode (lib/server/failure.ts). */
  readonly code: string;
  readonly reason: string;
  readonly remedy: string | null;
};

export type FolderListing = {
  /** Full prefixes one level below, each ending in `/`. */
  readonly folders: readonly string[];
  /** Objects directly in this folder. */
  readonly objects: readonly LogObject[];
};

export type LogStore = {
  /** One level of `prefix`, whole. */
  listFolder(prefix: string, signal: AbortSignal): Promise<FolderListing>;
  /** The same a page at a time, where the store can: a level may be too long to hold. Use `folderPages`. */
  listFolderPages?(prefix: string, signal: AbortSignal): AsyncIterable<FolderListing>;
  /** All objects below `prefix` in key order (UTF-8 bytes), a page at a time, beginning after the key `startAfter`. */
  listObjects(
    prefix: string,
    startAfter: string | null,
    signal: AbortSignal,
  ): AsyncIterable<readonly LogObject[]>;
  /** The object's bytes as stored. The caller consumes or destroys the stream. */
  open(object: LogObject, signal: AbortSignal): Promise<NodeJS.ReadableStream>;
  /** The same, all at once, where the store has a quicker way for objects of a few hundred kilobytes. */
  read?(object: LogObject, signal: AbortSignal): Promise<Uint8Array>;
  /** Frees connections. */
  close(): void;
};
