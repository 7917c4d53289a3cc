import { ListObjectsV2Command, type ListObjectsV2CommandOutput, type S3Client } from "@aws-sdk/client-s3";
import type { LogObject } from "#lib/base/log-store.ts";
import { Failure } from "#lib/server/failure.ts";

export type ListRequest = {
  readonly bucket: string;
  readonly prefix: string;
  readonly delimiter: string | null;
  readonly startAfter: string | null;
  readonly token: string | null;
};

export type ListPage = {
  readonly folders: readonly string[];
  readonly objects: readonly LogObject[];
  /** Asks for the next page; null on the last. */
  readonly token: string | null;
};

/** One page of at most 1,000 names (S3's own limit for ListObjectsV2). */
export async function listPage(s3: S3Client, request: ListRequest, signal: AbortSignal): Promise<ListPage> {
  const { bucket, prefix, delimiter, startAfter, token } = request;
  const output = await s3.send(
    new ListObjectsV2Command({
      Bucket: bucket,
      Prefix: prefix,
      MaxKeys: 1000,
      // A key may hold characters that XML cannot carry.
      EncodingType: "url",
      OptionalObjectAttributes: ["RestoreStatus"],
      ...(delimiter === null ? {} : { Delimiter: delimiter }),
      ...(startAfter === null || token !== null ? {} : { StartAfter: startAfter }),
      ...(token === null ? {} : { ContinuationToken: token }),
    }),
    { abortSignal: signal },
  );
  const decode = output.EncodingType === "url" ? decodeName : (name: string) => name;
  return {
    folders: (output.CommonPrefixes ?? []).flatMap(({ Prefix }) =>
      Prefix === undefined ? [] : [decode(Prefix)],
    ),
    objects: (output.Contents ?? []).flatMap((content) => toLogObject(content, decode)),
    token: nextToken(output, bucket),
  };
}

type Content = NonNullable<ListObjectsV2CommandOutput["Contents"]>[number];

function toLogObject(content: Content, decode: (name: string) => string): readonly LogObject[] {
  if (content.Key === undefined) return [];
  const etag = content.ETag?.replaceAll('"', "") ?? "";
  return [
    {
      key: decode(content.Key),
      size: content.Size ?? 0,
      etag: etag === "" ? null : etag,
      lastModified: content.LastModified?.getTime() ?? null,
      archived: isArchived(content),
    },
  ];
}

/**
 * GLACIER and DEEP_ARCHIVE need a restore before they can be read; GLACIER_IR does not (S3 user guide, storage
 * classes).
 */
function isArchived({ StorageClass, RestoreStatus }: Content): boolean {
  if (StorageClass !== "GLACIER" && StorageClass !== "DEEP_ARCHIVE") return false;
  const restored =
    RestoreStatus?.IsRestoreInProgress !== true && RestoreStatus?.RestoreExpiryDate !== undefined;
  return !restored;
}

function nextToken(output: ListObjectsV2CommandOutput, bucket: string): string | null {
  if (output.IsTruncated !== true) return null;
  if (output.NextContinuationToken !== undefined) return output.NextContinuationToken;
  throw new Failure(
    "unreachable",
    `The list of s3://${bucket} breaks off: the server says there is more but not how to go on.`,
    {
      remedy: "This is a fault of the S3 server. Check its version, or load the objects from disk.",
    },
  );
}

/** EncodingType=url is form encoding: a space is `+`. What cannot be decoded was not encoded. */
function decodeName(name: string): string {
  try {
    return decodeURIComponent(name.replaceAll("+", " "));
  } catch {
    return name;
  }
}
