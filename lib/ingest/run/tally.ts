import { type JobProgress, NO_PROGRESS } from "#lib/db/jobs/job.ts";
import type { LoadCounts } from "#lib/db/write/prepared.ts";

/** The running sum of one job. What was seen and is not settled yet is on its way. */
export type Tally = {
  seen(objects: number): void;
  already(objects: number): void;
  skipped(objects: number): void;
  failed(objects: number): void;
  loaded(counts: LoadCounts, bytes: number): void;
  /** What an earlier run of the same job settled and nobody lists any more. */
  earlier(settled: JobProgress): void;
  /** Notes that an object was settled for the first time, and not by an earlier run of the same job. */
  advance(): void;
  hasAdvanced(): boolean;
  progress(): JobProgress;
  /** The sum of a job that stopped early: what was on its way counts as not seen. */
  settledProgress(): JobProgress;
};

const FIELDS = Object.keys(NO_PROGRESS) as (keyof JobProgress)[];

/** `onAdvance` is called at the first. */
export function createTally(onAdvance: () => void): Tally {
  const sum: { -readonly [Field in keyof JobProgress]: number } = { ...NO_PROGRESS };
  let hasAdvanced = false;
  return {
    seen(objects) {
      sum.objectsSeen += objects;
    },
    already(objects) {
      sum.objectsAlready += objects;
    },
    skipped(objects) {
      sum.objectsSkipped += objects;
    },
    failed(objects) {
      sum.objectsFailed += objects;
    },
    loaded(counts, bytes) {
      sum.objectsLoaded += 1;
      sum.records += counts.records;
      sum.events += counts.events;
      sum.duplicates += counts.duplicates;
      sum.refused += counts.refused;
      sum.bytes += bytes;
    },
    earlier(settled) {
      for (const field of FIELDS) sum[field] += settled[field];
    },
    advance() {
      if (hasAdvanced) return;
      hasAdvanced = true;
      onAdvance();
    },
    hasAdvanced: () => hasAdvanced,
    progress: () => ({ ...sum }),
    settledProgress: () => ({
      ...sum,
      objectsSeen: sum.objectsLoaded + sum.objectsAlready + sum.objectsSkipped + sum.objectsFailed,
    }),
  };
}
