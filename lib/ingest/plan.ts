import { compareKeys } from "#lib/base/compare-keys.ts";
import { isoDay } from "#lib/base/iso-time.ts";
import type { LogObject } from "#lib/base/log-store.ts";
import type { ObjectKey } from "#lib/cloudtrail/object-key.ts";
import { dateRoot, dayInKey, type Stream } from "#lib/ingest/stream.ts";

/**
 * Decides what to list and what to load. Pure: the same listing, ledger and watermark give the same plan.
 *
 * A second run must list little. The date in a key is the day CloudTrail published the object (user guide,
 * "CloudTrail log file name format"), so late events lie in later objects, and new objects come with later keys;
 * but not strictly: parallel deliveries overtake one another, and one written around midnight may appear after
 * the first of the next day. So a run begins two days before the watermark's day, and the ledger tells what of
 * that is there already.
 *
 * What this cannot see without a full listing: objects that appear more than two days behind the watermark.
 * CloudTrail tries for 30 days to deliver to a bucket that refuses it, and AWS does not say under which date
 * such objects then land; copies made by hand, by replication or by a restore may land anywhere; and objects
 * before an earlier run's `from` were never listed. `full` lists everything from `from` again.
 */

/** Days listed again behind the watermark. */
const LOOKBACK_DAYS = 2;

/** Days of delivery as in the keys, `YYYY-MM-DD`, both included; null: without that bound. */
export type DeliveryRange = {
  readonly from: string | null;
  readonly to: string | null;
  /** What was delivered before this day is not kept any more. An event is never delivered before it happened. */
  readonly keptFrom?: string | null;
};

export type Listing = {
  /** List keys after this one; null: from the stream's first. */
  readonly startAfter: string | null;
  /** No key after this one is wanted; null: to the stream's last. */
  readonly stopAfter: string | null;
};

export type ListingRequest = DeliveryRange & {
  /** Where everything before was settled by earlier runs with the same or an earlier `from`; null at first. */
  readonly watermark: string | null;
  readonly full: boolean;
};

/** Which part of a stream to list. A stream without dates in its keys is always listed whole. */
export function planListing(stream: Pick<Stream, "prefix" | "folder">, request: ListingRequest): Listing {
  const root = dateRoot(stream);
  if (root === null) return { startAfter: null, stopAfter: null };
  const { watermark, full, to, keptFrom = null } = request;
  const from = later(request.from, keptFrom);
  const settledDay = full || watermark === null ? null : dayInKey(root, watermark);
  const resumeDay = settledDay === null ? null : daysBefore(settledDay, LOOKBACK_DAYS);
  const firstDay = later(from, resumeDay);
  const startAfter = firstDay === null ? null : root + firstDay.replaceAll("-", "/");
  return {
    // A key of that day goes on with "/", so it comes after the bare date.
    startAfter: startAfter !== null && compareKeys(startAfter, stream.prefix) > 0 ? startAfter : null,
    // "0" follows "/" among the bytes: this is after every key of the day and before the next day.
    // Outside AWS's layout months may lack their zero, and such keys would lie beyond it.
    stopAfter: to === null || stream.folder === "dates" ? null : `${root}${to.replaceAll("-", "/")}0`,
  };
}

/** What the ledger holds of a key. */
export type LedgerEntry = {
  readonly etag: string | null;
  readonly size: number;
  readonly state: "loaded" | "skipped" | "failed";
};

export type Decision =
  | { readonly kind: "load" }
  /** Another content under a key that was loaded before: load it again. */
  | { readonly kind: "replaced" }
  | { readonly kind: "already" }
  | {
      readonly kind: "skip" | "fail";
      readonly code: string;
      readonly reason: string;
      readonly remedy?: string | null;
    };

/**
 * What to do with one listed object. Skipped and failed entries of the ledger are looked at anew each time they
 * are listed: the range may be wider now, the key allowed, the object restored.
 */
export function decide(
  object: LogObject,
  reading: ObjectKey,
  entry: LedgerEntry | null,
  range: DeliveryRange,
): Decision {
  const { closed } = object;
  if (closed !== undefined) {
    const { state, code, reason, remedy } = closed;
    return { kind: state === "skipped" ? "skip" : "fail", code, reason, remedy };
  }
  switch (reading.kind) {
    case "digest":
      return {
        kind: "skip",
        code: "digest",
        reason: "A digest file: it proves log files and holds no events",
      };
    case "folder-marker":
      return { kind: "skip", code: "folder-marker", reason: "A folder marker without content" };
    case "other":
      return { kind: "skip", code: "not-a-log", reason: reading.reason };
    case "log":
      if (isOutside(reading.date, range)) {
        return {
          kind: "skip",
          code: "outside-range",
          reason: `Delivered on ${reading.date}, outside the days asked for`,
        };
      }
      if (range.keptFrom && reading.date < range.keptFrom) {
        return {
          kind: "skip",
          code: "expired",
          reason: `Delivered on ${reading.date}, longer ago than the source keeps`,
        };
      }
      return decideLog(object, entry);
    case "unplaced":
      return decideLog(object, entry);
  }
}

function decideLog(object: LogObject, entry: LedgerEntry | null): Decision {
  const loaded = entry?.state === "loaded" ? entry : null;
  if (loaded !== null && isSameContent(object, loaded)) return { kind: "already" };
  if (object.archived) {
    return {
      kind: "fail",
      code: "archived",
      reason: "Archived in S3 Glacier",
      remedy:
        "Restore it (aws s3api restore-object), wait until that is done, then load again with a full check.",
    };
  }
  return loaded === null ? { kind: "load" } : { kind: "replaced" };
}

/** Where a store has no etag the size must do. */
function isSameContent(object: LogObject, entry: LedgerEntry): boolean {
  if (object.etag === null || entry.etag === null) return object.size === entry.size;
  return object.etag === entry.etag;
}

function isOutside(day: string, { from, to }: DeliveryRange): boolean {
  return (from !== null && day < from) || (to !== null && day > to);
}

function later(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}

function daysBefore(day: string, days: number): string | null {
  const time = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(time) ? null : isoDay(time - days * 86_400_000);
}
