import { compactTime, dayFolder, SLOT } from "#lib/sample/calendar.ts";
import { nameSuffix } from "#lib/sample/invent-id.ts";
import { ORGANIZATION_ID, type Place } from "#lib/sample/organization.ts";
import type { Random } from "#lib/sample/random.ts";

/** One object of the sample bucket. Planning it costs nothing; its text is written when it is asked for. */
export type SampleObject = {
  readonly key: string;
  /** Only `log` objects hold records; the others lie in the same bucket and must be told apart. */
  readonly kind: "log" | "digest" | "config";
  /** Milliseconds since 1970 UTC; the day in the key is this day, not the events'. */
  readonly publishedAt: number;
  /** Records in it. */
  readonly events: number;
  /** Of these, how many another object holds as well, under the same eventID. */
  readonly copies: number;
  /** Its content before compression. */
  readonly text: () => string;
};

/**
 * A folder of day folders, and what lies in it: objects in key order, by the slot that ends when they are published.
 */
export type Shelf = {
  /** Ends in `/`. */
  readonly prefix: string;
  /** The day's folder below the prefix, without a final `/`. */
  readonly dayFolder: (day: number) => string;
  readonly objectsAt: (slot: number) => readonly SampleObject[];
};

/** When a slot's events are published: as it ends. */
export function publishTime(slot: number): number {
  return (slot + 1) * SLOT;
}

/**
 * The root of an account's logs: below the organization's folder for its trail, directly below AWSLogs for the
 * account's own.
 */
export function accountPrefix(account: string, trail: "organization" | "account"): string {
  return trail === "organization" ? `AWSLogs/${ORGANIZATION_ID}/${account}/` : `AWSLogs/${account}/`;
}

/** The key of a log object below its shelf's prefix, in AWS's layout. */
export function logKey(prefix: string, place: Place, publishedAt: number, random: Random): string {
  const name = `${place.account}_CloudTrail_${place.region}_${compactTime(publishedAt)}_${nameSuffix(random, 16)}`;
  return `${prefix}${dayFolder(publishedAt)}/${name}.json.gz`;
}
