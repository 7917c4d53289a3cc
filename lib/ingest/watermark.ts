import { compareKeys } from "#lib/base/compare-keys.ts";
import type { Listing } from "#lib/ingest/plan.ts";
import { dateRoot, dayInKey, type Stream } from "#lib/ingest/stream.ts";
import type { FailureCode } from "#lib/server/failure.ts";

/**
 * How far a stream is settled. The watermark is a position among the keys: every listed object up to it is
 * loaded, skipped, or has failed for good. It stops before the first object that is still open, so the next run
 * lists that one again, and it moves back if an open object is found behind it.
 *
 * Use: `startWatermark` with the listing; `advanceWatermark` with each page's outcomes, page after page in the
 * order of the listing (within a page in any order); store `watermarkOf` as often as you like.
 */
export type Watermark = {
  readonly root: string | null;
  /** The stored position of earlier runs. */
  readonly previous: string | null;
  /** Settled up to here by what was listed now; null: nothing yet, from the stream's beginning. */
  readonly position: string | null;
  /** An open object was met: the position is final. */
  readonly isBlocked: boolean;
};

export type ObjectOutcome = { readonly key: string; readonly isSettled: boolean };

export function startWatermark(
  stream: Pick<Stream, "prefix" | "folder">,
  previous: string | null,
  listing: Listing,
): Watermark {
  return { root: dateRoot(stream), previous, position: listing.startAfter, isBlocked: false };
}

/** Takes in the outcomes of the next page. Keys without a date move nothing: they tell no place in time. */
export function advanceWatermark(state: Watermark, page: readonly ObjectOutcome[]): Watermark {
  if (state.isBlocked || state.root === null) return state;
  let position = state.position;
  for (const { key, isSettled } of page.toSorted((a, b) => compareKeys(a.key, b.key))) {
    if (!isSettled) return { ...state, position, isBlocked: true };
    if (dayInKey(state.root, key) !== null) position = key;
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
