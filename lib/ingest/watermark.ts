import { compareKeys } from "#lib/base/compare-keys.ts";
import { isoDay } from "#lib/base/iso-time.ts";
import type { Listing } from "#lib/ingest/plan.ts";
import { dateRoot, dayInKey, type Stream } from "#lib/ingest/stream.ts";
import type { FailureCode } from "#lib/server/failure.ts";

/**
 * How far a stream is settled. The watermark is a position among the keys: every listed object up to it is
 * loaded, skipped, or has failed for good. It stops before the first object that is still open, so the next run
 * lists that one again, and it moves back if an open object is found behind it.
 *
 * It never passes `lastDay`: keys carry the day of delivery, so one from after tomorrow is a mistake or a forgery, and
 * whatever is delivered until then would lie behind it, unseen. Such objects are loaded like any other, and listed
 * again each time.
 *
 * Use: `startWatermark` with the listing; `advanceWatermark` with each page's outcomes, page after page in the
 * order of the listing (within a page in any order); store `watermarkOf` as often as you like.
 */
export type Watermark = {
  readonly root: string | null;
  /** `YYYY-MM-DD` */
  readonly lastDay: string;
  /** The stored position of earlier runs. */
  readonly previous: string | null;
  /** Settled up to here by what was listed now; null: nothing yet, from the stream's beginning. */
  readonly position: string | null;
  /** An open object was met: the position is final. */
  readonly isBlocked: boolean;
};

export type ObjectOutcome = { readonly key: string; readonly isSettled: boolean };

/**
 * The last day on which anything can have been delivered: tomorrow, for clocks differ. `now`: milliseconds since 1970
 * UTC.
 */
export function lastDeliveryDay(now: number): string {
  return isoDay(now + 86_400_000);
}

/** A stored position; null where it lies after the last day: then nobody knows what was settled before it. */
export function credibleWatermark(
  stream: Pick<Stream, "prefix" | "folder">,
  stored: string | null,
  lastDay: string,
): string | null {
  const root = dateRoot(stream);
  const day = stored === null || root === null ? null : dayInKey(root, stored);
  return day !== null && day > lastDay ? null : stored;
}

export function startWatermark(
  stream: Pick<Stream, "prefix" | "folder">,
  previous: string | null,
  listing: Listing,
  lastDay: string,
): Watermark {
  return { root: dateRoot(stream), lastDay, previous, position: listing.startAfter, isBlocked: false };
}

/** Takes in the outcomes of the next page. Keys without a date move nothing: they tell no place in time. */
export function advanceWatermark(state: Watermark, page: readonly ObjectOutcome[]): Watermark {
  if (state.isBlocked || state.root === null) return state;
  let position = state.position;
  for (const { key, isSettled } of page.toSorted((a, b) => compareKeys(a.key, b.key))) {
    if (!isSettled) return { ...state, position, isBlocked: true };
    const day = dayInKey(state.root, key);
    if (day !== null && day <= state.lastDay) position = key;
  }
  return { ...state, position };
}

/** The position to store now. */
export function watermarkOf({ previous, position, isBlocked }: Watermark): string | null {
  if (isBlocked || previous === null) return position;
  return position !== null && compareKeys(position, previous) > 0 ? position : previous;
}

/** Failures that lie in the object itself: trying it again unchanged would end the same way. */
const FOR_GOOD: ReadonlySet<FailureCode> = new Set<FailureCode>([
  "archived",
  "no-such-object",
  "truncated-gzip",
  "bad-gzip",
  "bad-zip",
  "not-json",
  "not-cloudtrail",
  "too-large",
  "too-deep",
]);

/** False for failures of the way there (denied, throttled, unreachable, database …): the object stays open. */
export function isFailedForGood(code: FailureCode): boolean {
  return FOR_GOOD.has(code);
}
