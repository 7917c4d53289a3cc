/** A bucket and the beginning of the keys in it, `""` for all. */
export type BucketPlace = { readonly bucket: string; readonly prefix: string };

/** "General purpose bucket naming rules" in the S3 user guide; other servers allow capitals and underscores. */
const BUCKET = /^[A-Za-z0-9][A-Za-z0-9._-]{1,61}[A-Za-z0-9]$/;
/** Names of folders in CloudTrail's layout: nobody means `AWSLogs-old/` who writes `AWSLogs`. */
const FOLDER_NAME = /(?:^|\/)(?:AWSLogs|o-[a-z0-9]{4,32}|\d{12}|CloudTrail(?:-\w+)?)$/;

/**
 * Reads a bucket and prefix as people have them at hand: `s3://bucket/prefix`, `bucket/prefix`, an ARN, or the
 * address of the bucket's page in the S3 console. null where it is none of these.
 */
export function readBucketPlace(text: string): BucketPlace | null {
  const trimmed = text.trim();
  const fromConsole = readConsoleAddress(trimmed);
  if (fromConsole !== null) return checked(fromConsole.bucket, fromConsole.prefix);
  const path = trimmed.replace(/^s3:\/\//i, "").replace(/^arn:aws(?:-[a-z-]+)?:s3:::/, "");
  if (path.includes("://")) return null;
  const slash = path.indexOf("/");
  return slash === -1 ? checked(path, "") : checked(path.slice(0, slash), path.slice(slash + 1));
}

/** A prefix in the one form in which it is kept: no slash in front, one behind a folder of CloudTrail's. */
export function canonicalPrefix(prefix: string): string {
  const bare = prefix.trim().replace(/^\/+/, "").replace(/\*$/, "");
  return FOLDER_NAME.test(bare) ? `${bare}/` : bare;
}

/** The name of the source that reads a place: what an event's `origin` says. */
export function bucketSourceName({ bucket, prefix }: BucketPlace): string {
  return `s3://${bucket}/${prefix}`;
}

function checked(bucket: string, prefix: string): BucketPlace | null {
  return BUCKET.test(bucket) ? { bucket, prefix: canonicalPrefix(prefix) } : null;
}

function readConsoleAddress(text: string): BucketPlace | null {
  if (!URL.canParse(text)) return null;
  const { protocol, hostname, pathname, searchParams } = new URL(text);
  const isConsole = /(?:^|\.)console\.(?:aws\.amazon\.com|amazonaws\.cn|amazonaws-us-gov\.com)$/.test(
    hostname,
  );
  const bucket = /^\/s3\/buckets\/([^/]+)/.exec(pathname)?.[1];
  if (protocol !== "https:" || !isConsole || bucket === undefined) return null;
  return { bucket, prefix: searchParams.get("prefix") ?? "" };
}
