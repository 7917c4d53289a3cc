import type pg from "pg";
import { cutRange } from "#lib/db/activity/cut-range.ts";
import { resolveLines } from "#lib/db/activity/resolve-lines.ts";
import { rollUpAskOf } from "#lib/db/activity/roll-up-ask.ts";
import { activityOverTime } from "#lib/db/activity/sum-activity.ts";
import type { ScannedProfile } from "#lib/db/actors/scan-profile.ts";
import { isReadOnly, outcomeOf } from "#lib/db/event-codes.ts";
import type { Resolved } from "#lib/db/read/resolve-search.ts";
import type { Activity, ActivityCell } from "#lib/event/actor/actor-profile.ts";
import type { Search } from "#lib/search/search.ts";

const HOUR = 3_600_000;
const DAY_HOURS = 24;
/** Of longer spans the calendar shows days. */
const MOST_HOURLY = 45 * 24 * HOUR;

/** Hours since 1970, and what happened in them. */
type Sum = { readonly start: number; readonly read: number; readonly write: number; readonly error: number };

function grainOf(range: { readonly from: number; readonly to: number }): Activity["grain"] {
  return range.to - range.from > MOST_HOURLY ? "day" : "hour";
}

/**
 * When an actor was active: from the roll-up where that tells, exactly; else from the events that were scanned.
 * `range`: whole hours. `known`: as for resolveSearch.
 */
export async function readActivity(
  client: pg.PoolClient,
  { where, known }: Pick<Search, "where"> & { readonly known: Resolved },
  range: { readonly from: number; readonly to: number },
  scanned: ScannedProfile,
): Promise<Activity> {
  const grain = grainOf(range);
  const ask = rollUpAskOf(where);
  const lines = ask === null ? null : await resolveLines(client, ask, known);
  if (ask === null || lines === null) return toActivity(grain, scannedSums(scanned), scanned.isWhole);
  const sums = await activityOverTime(client, cutRange(range, grain), lines, ask.flags);
  return toActivity(grain, sums, true);
}

function scannedSums(scanned: ScannedProfile): Sum[] {
  return scanned.cells("hour").map(({ a, b, count }) => {
    const isError = outcomeOf(b) !== "success";
    const isRead = !isError && isReadOnly(b);
    return {
      start: a,
      read: isRead ? count : 0,
      write: isError || isRead ? 0 : count,
      error: isError ? count : 0,
    };
  });
}

function toActivity(grain: Activity["grain"], sums: readonly Sum[], isExact: boolean): Activity {
  const size = grain === "day" ? DAY_HOURS : 1;
  const cells = new Map<number, { read: number; write: number; error: number }>();
  let events = 0;
  for (const { start, read, write, error } of sums) {
    const key = Math.floor(start / size) * size;
    const cell = cells.get(key) ?? { read: 0, write: 0, error: 0 };
    cells.set(key, { read: cell.read + read, write: cell.write + write, error: cell.error + error });
    events += read + write + error;
  }
  const all = [...cells]
    .filter(([, { read, write, error }]) => read + write + error > 0)
    .sort(([a], [b]) => a - b)
    .map(([start, counts]): ActivityCell => ({ start: new Date(start * HOUR).toISOString(), ...counts }));
  return { isExact, events, grain, cells: all };
}
