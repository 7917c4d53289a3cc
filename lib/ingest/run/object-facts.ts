import type { LogObject } from "#lib/base/log-store.ts";
import { type ObjectKey, readObjectKey } from "#lib/cloudtrail/object-key.ts";
import type { Source } from "#lib/db/sources/source.ts";
import type { ObjectFacts } from "#lib/db/write/prepared.ts";

/** What the ledger keeps of an object, as its key and its listing tell. */
export function objectFacts(object: LogObject, reading: ObjectKey = readObjectKey(object.key)): ObjectFacts {
  const placed = reading.kind === "log" ? reading : null;
  return {
    key: object.key,
    etag: object.etag,
    size: object.size,
    lastModified: object.lastModified,
    account: placed?.account ?? null,
    region: placed?.region ?? null,
    date: placed?.date ?? null,
  };
}

/** The object's full name, as sentences show it. */
export function objectName(source: Source, object: LogObject): string {
  const { settings } = source;
  if (settings.kind === "lookup") return `lookup://${object.key}`;
  return settings.kind === "s3" ? `s3://${settings.bucket}/${object.key}` : object.key;
}
