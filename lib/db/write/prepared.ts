import type { RecordEvent } from "#lib/cloudtrail/indexed-record.ts";
import type { Term } from "#lib/db/terms/dictionary.ts";
import type { Issue, Party } from "#lib/event/credential.ts";

/** What the river in hands to the database: log objects, read and cut up, ready to be written. */

export type PreparedEvent = {
  readonly event: RecordEvent;
  readonly uuid: string;
  /** Seconds since 1970 UTC. */
  readonly time: number;
  readonly terms: readonly Term[];
  readonly uniqueTerms: readonly Term[];
  /** Whose credential signed the call, and the credential that it issued: lib/db/credentials keeps them. */
  readonly party: Party;
  readonly issue: Issue | null;
  /** The record's place among the records of its block, from 0. */
  readonly ordinal: number;
};

/** `ordinal`: the record's place in its object, from 0. */
export type PreparedRefusal = { readonly ordinal: number; readonly code: string; readonly message: string };

/** Of an object: more are counted, but not named one by one, since a few bytes of gzip can hold millions. */
export const NAMED_REFUSALS = 1_000;

/**
 * Records of one month, with their bytes as delivered (gzip of a CloudTrail file, or of such a file made of some of
 * its records).
 */
export type PreparedBlock = {
  /** As monthOf names it. */
  readonly month: string;
  /** Seconds since 1970 UTC; a time within that month. */
  readonly time: number;
  /** Where the block's records stood in their object; null where the block is the whole object. */
  readonly positions: readonly number[] | null;
  readonly data: Uint8Array;
  readonly events: readonly PreparedEvent[];
  /** Those refused records that are named one by one. */
  readonly refusals: readonly PreparedRefusal[];
  /** How many were refused. */
  readonly refused: number;
};

/** What the ledger keeps of a log object. */
export type ObjectFacts = {
  readonly key: string;
  readonly etag: string | null;
  readonly size: number;
  /** Milliseconds since 1970 UTC. */
  readonly lastModified: number | null;
  readonly account: string | null;
  readonly region: string | null;
  /** The day of delivery that the key names, `YYYY-MM-DD`. */
  readonly date: string | null;
};

export type LoadCounts = {
  readonly records: number;
  /** Events that were new. */
  readonly events: number;
  /** Records whose event was there already. */
  readonly duplicates: number;
  readonly refused: number;
};

export const NO_COUNTS: LoadCounts = { records: 0, events: 0, duplicates: 0, refused: 0 };

export function addCounts(a: LoadCounts, b: LoadCounts): LoadCounts {
  return {
    records: a.records + b.records,
    events: a.events + b.events,
    duplicates: a.duplicates + b.duplicates,
    refused: a.refused + b.refused,
  };
}
