import type { Issue, Party } from "#lib/event/credential.ts";
import type { Event } from "#lib/event/event.ts";

/**
 * What the index needs of one record. `terms` is every searchable value under its name: the catalogue's fields
 * as `@event`, `@actor` … (an `@` cannot begin a path of the record), every other leaf under its path with
 * array positions left out: `requestParameters.instancesSet.items.instanceId`. `@shape` holds the record's
 * distinct paths, sorted, one a line: it answers whether a path exists at all.
 */
export type Term = { readonly path: string; readonly value: string };

/** An event as its record tells it: only the loader knows its origin, and how grave it is follows from its terms. */
export type RecordEvent = Omit<Event, "origin" | "severities">;

export type IndexedRecord = {
  readonly event: RecordEvent;
  /**
   * Event id as a UUID: AWS's own, or one derived from the content where AWS gave none (eventVersion 1.0) or no UUID.
   */
  readonly uuid: string;
  /** Seconds since 1970 UTC. */
  readonly time: number;
  readonly terms: readonly Term[];
  /**
   * Values unique by nature (request ids, tokens): found by equality only, so that they do not swell the dictionary.
   */
  readonly uniqueTerms: readonly Term[];
  /** Whose credential signed the call. */
  readonly party: Party;
  /** The credential that the call issued, if it did. */
  readonly issue: Issue | null;
};

/**
 * A record that cannot become an event. It is counted under its code, named by its place, and kept as raw.
 * `bad-json` and `too-large` are for whoever cuts and parses; the reader of parsed records gives the others.
 */
export type RefusedRecord = {
  readonly code:
    | ("bad-json" | "too-large")
    | (
        | "not-an-object"
        | "not-cloudtrail"
        | "no-event-time"
        | "no-event-name"
        | "bad-event-time"
        | "too-deep"
      );
  readonly message: string;
};

export type RecordReading =
  | { readonly kind: "indexed"; readonly record: IndexedRecord }
  | { readonly kind: "refused"; readonly refusal: RefusedRecord };
