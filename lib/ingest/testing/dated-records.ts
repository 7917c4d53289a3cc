import { baseRecord } from "#lib/cloudtrail/testing/base-record.ts";
import type { Database } from "#lib/db/database.ts";
import { claimJob } from "#lib/db/jobs/claim-job.ts";
import { removeSource, setRetention } from "#lib/db/retention/request-upkeep.ts";
import { runUpkeep, type UpkeepResult } from "#lib/db/retention/run-upkeep.ts";
import type { Source } from "#lib/db/sources/source.ts";
import { logObjectOf } from "#lib/ingest/testing/memory-store.ts";

/** The id of the event with this number. */
export const idOf = (index: number) => `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`;

/** A record of its own at a time. */
export const recordAt = (index: number, eventTime: string, changes: object = {}) => ({
  ...baseRecord,
  eventID: idOf(index),
  eventTime,
  ...changes,
});

/** The key of an object that was delivered on a day, `YYYY-MM-DD`. */
export function keyOn(day: string, name: string, account = "111122223333"): string {
  const folder = `AWSLogs/${account}/CloudTrail/eu-west-1/${day.replaceAll("-", "/")}`;
  return `${folder}/${account}_CloudTrail_eu-west-1_${day.replaceAll("-", "")}T1200Z_${`${name}x`.padEnd(16, "0")}.json.gz`;
}

/** Objects of one record a day, delivered on that day: record number `first` on the first. */
export function daily(days: readonly string[], first: number): Record<string, Uint8Array> {
  return Object.fromEntries(
    days.map((day, place) => [
      keyOn(day, `day${first + place}`),
      logObjectOf([recordAt(first + place, `${day}T10:00:00Z`)]),
    ]),
  );
}

/** Sets how long a source keeps its events, and carries out what follows from it. */
export async function retain(db: Database, source: Source, keepDays: number, now: number) {
  await setRetention(db, source.id, keepDays, now);
  return runNext(db, now);
}

/** Removes a source with all that it brought. */
export async function remove(db: Database, source: Source) {
  await removeSource(db, source.id);
  return runNext(db, Date.now());
}

/** Takes the next job that removes, as the worker does. */
export async function runNext(db: Database, now: number): Promise<UpkeepResult> {
  const claim = await claimJob(db);
  if (claim === null || claim.job.kind === "sync") throw new Error("No job that removes waits");
  try {
    return await runUpkeep({ db, claim, signal: new AbortController().signal, now });
  } finally {
    await claim.release();
  }
}
