import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { Event } from "@aws-sdk/client-cloudtrail";
import type { LookupPage } from "#lib/aws/lookup-client.ts";

/**
 * The events of these pages as one log object, as CloudTrail writes them: gzip of `{"Records":[…]}`. Each record is the
 * text of `CloudTrailEvent` as it came, token for token. Throws what the pages throw: half a window is no object.
 */
export function toLogObject(pages: AsyncIterable<LookupPage> | Iterable<LookupPage>): Promise<Buffer> {
  return pipeline(Readable.from(textOf(pages)), createGzip(), (packed: AsyncIterable<Buffer>) =>
    buffer(Readable.from(packed)),
  );
}

async function* textOf(pages: AsyncIterable<LookupPage> | Iterable<LookupPage>): AsyncGenerator<Buffer> {
  let separator = "";
  yield Buffer.from('{"Records":[');
  for await (const { events } of pages) {
    if (events.length === 0) continue;
    yield Buffer.from(separator + events.map(recordOf).join(",\n"));
    separator = ",\n";
  }
  yield Buffer.from("]}");
}

/**
 * What is no JSON of its own stands as a text among the records: refused there, counted and kept, it spoils no other.
 */
function recordOf({ CloudTrailEvent, EventId }: Event): string {
  if (CloudTrailEvent === undefined)
    return JSON.stringify(`No CloudTrailEvent came with ${EventId ?? "this"}`);
  return isJson(CloudTrailEvent) ? CloudTrailEvent : JSON.stringify(CloudTrailEvent);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The account that received an event, as its record says; null where it does not. */
export function accountOf({ CloudTrailEvent }: Event): string | null {
  if (CloudTrailEvent === undefined) return null;
  try {
    const record: unknown = JSON.parse(CloudTrailEvent);
    const account =
      record !== null && typeof record === "object" ? Reflect.get(record, "recipientAccountId") : null;
    return typeof account === "string" && /^\d{12}$/.test(account) ? account : null;
  } catch {
    return null;
  }
}
