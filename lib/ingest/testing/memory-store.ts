import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import { compareKeys } from "#lib/base/compare-keys.ts";
import type { LogObject, LogStore } from "#lib/base/log-store.ts";

/** A store of objects in memory, for properties that need thousands of small trails. What S3 does is tested with S3. */
export function memoryStore(objects: Readonly<Record<string, Uint8Array>>): LogStore {
  const listed: LogObject[] = Object.entries(objects)
    .map(([key, body]) => ({
      key,
      size: body.length,
      etag: createHash("md5").update(body).digest("hex"),
      lastModified: Date.UTC(2026, 10, 20),
      archived: false,
    }))
    .sort((a, b) => compareKeys(a.key, b.key));
  return {
    listFolder: async (prefix) => {
      const below = listed.filter(({ key }) => key.startsWith(prefix));
      const rest = below.map((object) => ({ object, parts: object.key.slice(prefix.length).split("/") }));
      return {
        folders: [
          ...new Set(
            rest.filter(({ parts }) => parts.length > 1).map(({ parts }) => `${prefix}${parts[0]}/`),
          ),
        ],
        objects: rest.filter(({ parts }) => parts.length === 1).map(({ object }) => object),
      };
    },
    async *listObjects(prefix, startAfter) {
      yield listed.filter(
        ({ key }) => key.startsWith(prefix) && (startAfter === null || compareKeys(key, startAfter) > 0),
      );
    },
    open: async ({ key }) => Readable.from([objects[key] ?? Buffer.alloc(0)]),
    close: () => {},
  };
}

/** The bytes of a log object that holds these records. */
export function logObjectOf(records: readonly unknown[]): Uint8Array {
  return gzipSync(JSON.stringify({ Records: records }));
}

/** A key in AWS's layout; `name` makes it unique. */
export function logKey(name: string, account = "111122223333", region = "eu-west-1"): string {
  const unique = name.padEnd(16, "0");
  return `AWSLogs/${account}/CloudTrail/${region}/2026/11/12/${account}_CloudTrail_${region}_20261112T1905Z_${unique}.json.gz`;
}
