import { countEvents } from "#lib/db/count-events.ts";
import { database } from "#lib/db/database.ts";
import { readGaps } from "#lib/db/gaps/read-gaps.ts";
import { readCoverage } from "#lib/db/read-coverage.ts";
import type { Coverage } from "#lib/search/coverage.ts";
import type { CoverageGap } from "#lib/search/coverage-gap.ts";
import type { EventCount } from "#lib/search/summary.ts";
import { isFailure } from "#lib/server/failure.ts";
import type { Asked } from "./ask.ts";

/** The figures over the list. A figure that could not be had is left out: the list says what failed. */
export async function readStatus(
  asked: Asked,
): Promise<{ readonly count: EventCount | null; readonly coverage: Coverage | null }> {
  const [count, coverage] = await Promise.all([
    asked.isReadable ? orNull(() => countEvents(database(), asked.search)) : null,
    orNull(() => readCoverage(database(), asked.search.range)),
  ]);
  // "At least 0" is what counting was stopped at before it found any, and tells nothing.
  const says = count !== null && (count.exact || count.count > 0);
  return { count: says ? count : null, coverage };
}

/** Milliseconds. The page is whole without them, and the histogram asks for them as well, with more patience. */
const GAPS_TIME = 1_000;

/**
 * What was never loaded of the time that is looked at; null where it is not told, as nobody knows it or there is
 * nothing to compare with.
 */
export async function readMissing(
  asked: Asked,
  status: ReturnType<typeof readStatus>,
): Promise<readonly CoverageGap[] | null> {
  if (!asked.isReadable) return null;
  const [{ coverage }, answer] = await Promise.all([
    status,
    orNull(() => readGaps(database(), asked.search, asked.now, GAPS_TIME)),
  ]);
  if (coverage === null || coverage.objectsInRange === 0) return null;
  return answer?.gaps ?? null;
}

async function orNull<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (isFailure(error)) return null;
    throw error;
  }
}
