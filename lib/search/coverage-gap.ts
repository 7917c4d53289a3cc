import { assertNever } from "#lib/base/assert-never.ts";
import { matchesValue } from "#lib/search/match.ts";
import type { Condition, Target } from "#lib/search/search.ts";

/**
 * What was never loaded of a span of time, as far as a search looks at it: GET /api/gaps. An empty stretch of a
 * histogram is quiet only where there is none.
 */

/** An account and a region of it; "" where the log objects do not say. */
export type Place = { readonly account: string; readonly region: string };

export type CoverageGap = {
  /** ISO 8601, UTC; half open. */
  readonly from: string;
  readonly to: string;
  /** True where nothing of what the search looks at was loaded; otherwise `places` are missing among others. */
  readonly isWhole: boolean;
  /**
   * The accounts and regions of which nothing came for much longer than usual; none before the first and after the
   * last log object.
   */
  readonly places: readonly Place[];
};

export type GapsAnswer = {
  /** In the order of time; none overlaps another. */
  readonly gaps: readonly CoverageGap[];
  /** False where there are too many log objects to look at each: then only whole days were looked at. */
  readonly isFine: boolean;
};

/** True where an event of this place could meet the condition, whatever else it holds. */
export function couldMatchPlace(where: Condition, place: Place): boolean {
  return canBe(where, place, true);
}

function canBe(where: Condition, place: Place, truth: boolean): boolean {
  switch (where.kind) {
    case "all":
      return truth
        ? where.of.every((part) => canBe(part, place, true))
        : where.of.some((part) => canBe(part, place, false));
    case "any":
      return truth
        ? where.of.some((part) => canBe(part, place, true))
        : where.of.every((part) => canBe(part, place, false));
    case "not":
      return canBe(where.of, place, !truth);
    case "match": {
      const value = knownOf(where.target, place);
      return value === null || matchesValue(where.test, value) === truth;
    }
    default:
      return assertNever(where);
  }
}

/** What the place says of the target; null where it says nothing. */
function knownOf(target: Target, { account, region }: Place): string | null {
  if (target.kind !== "field") return null;
  const value = target.id === "account" ? account : target.id === "region" ? region : "";
  return value === "" ? null : value;
}
