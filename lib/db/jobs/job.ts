import type { Job as JobRow } from "#prisma/generated/client.ts";

export type JobState = "queued" | "running" | "done" | "failed" | "cancelled";
/**
 * `sync` loads; `retention` removes what is older than the source keeps; `removal` removes all that it brought, and
 * itself.
 */
export type JobKind = "sync" | "retention" | "removal";
export type JobPhase = "waiting" | "discovering" | "loading" | "finished";
export type JobTrigger = "person" | "schedule" | "command";

/**
 * What became of the log objects of one run. At its end objectsSeen = loaded + already + skipped + failed; while
 * it runs, the difference is what is on its way.
 */
export type JobProgress = {
  readonly objectsSeen: number;
  readonly objectsLoaded: number;
  /** In the ledger from an earlier run. */
  readonly objectsAlready: number;
  readonly objectsSkipped: number;
  readonly objectsFailed: number;
  readonly records: number;
  readonly events: number;
  readonly duplicates: number;
  readonly refused: number;
  /** As stored, compressed. */
  readonly bytes: number;
};

export const NO_PROGRESS: JobProgress = {
  objectsSeen: 0,
  objectsLoaded: 0,
  objectsAlready: 0,
  objectsSkipped: 0,
  objectsFailed: 0,
  records: 0,
  events: 0,
  duplicates: 0,
  refused: 0,
  bytes: 0,
};

export type Job = {
  readonly id: string;
  readonly sourceId: string;
  readonly kind: JobKind;
  readonly state: JobState;
  readonly phase: JobPhase;
  readonly trigger: JobTrigger;
  /** True: everything is listed again, not only what may be new. */
  readonly full: boolean;
  readonly cancelRequested: boolean;
  /** How often it was taken up. Whoever did so may write to it until somebody else does. */
  readonly claims: number;
  /** How often in a row it was taken up without coming any further. */
  readonly tries: number;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly progress: JobProgress;
  /** What a job that removes has removed so far; the bytes are of the disk. */
  readonly removed: { readonly events: number; readonly bytes: number };
  /** Why it failed as a whole. */
  readonly error: { readonly code: string; readonly message: string; readonly remedy: string | null } | null;
};

const PROGRESS_FIELDS = Object.keys(NO_PROGRESS) as (keyof JobProgress)[];

export function toJob(row: JobRow): Job {
  const progress = Object.fromEntries(PROGRESS_FIELDS.map((field) => [field, Number(row[field])]));
  return {
    id: row.id,
    sourceId: row.sourceId,
    kind: row.kind as JobKind,
    state: row.state as JobState,
    phase: row.phase as JobPhase,
    trigger: row.trigger as JobTrigger,
    full: row.full,
    cancelRequested: row.cancelRequested,
    claims: row.claims,
    tries: row.tries,
    createdAt: row.createdAt,
    startedAt: row.startedAt,
    finishedAt: row.finishedAt,
    progress: { ...NO_PROGRESS, ...progress },
    removed: { events: Number(row.eventsRemoved), bytes: Number(row.bytesFreed) },
    error:
      row.errorCode === null
        ? null
        : { code: row.errorCode, message: row.errorMessage ?? "", remedy: row.errorRemedy },
  };
}
