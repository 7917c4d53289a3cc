/** Sources and jobs as the API answers them and the pages show them. Times are ISO 8601 UTC, days `YYYY-MM-DD`. */

export type JobProgress = {
  readonly objectsSeen: number;
  readonly objectsLoaded: number;
  readonly objectsAlready: number;
  readonly objectsSkipped: number;
  readonly objectsFailed: number;
  readonly records: number;
  readonly events: number;
  readonly duplicates: number;
  readonly refused: number;
  readonly bytes: number;
};

export type JobView = {
  readonly id: string;
  readonly sourceId: string;
  /** `sync` loads; `retention` removes what is older than the source keeps; `removal` removes the source. */
  readonly kind: "sync" | "retention" | "removal";
  readonly state: "queued" | "running" | "done" | "failed" | "cancelled";
  readonly phase: "waiting" | "discovering" | "loading" | "finished";
  readonly trigger: "person" | "schedule" | "command";
  readonly full: boolean;
  readonly cancelRequested: boolean;
  readonly createdAt: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly progress: JobProgress;
  /** By a job that removes, so far; bytes of the disk. */
  readonly removed: { readonly events: number; readonly bytes: number };
  readonly error: { readonly code: string; readonly message: string; readonly remedy: string | null } | null;
};

export type SourceKind = "s3" | "files" | "sample" | "lookup";

/** True for a source that brings more as time goes on. */
export function goesOn({ kind }: { readonly kind: SourceKind }): boolean {
  return kind === "s3" || kind === "lookup";
}

/** Days of delivery, as keys name them; days of the events, where nothing else tells one; or both. */
export type DaysOf = "delivery" | "events" | "both";

/** `by day of delivery`: what the days of a source are, as far as one word fits all of them. */
export function byDay({ daysOf }: { readonly daysOf: DaysOf }): string {
  return daysOf === "both" ? "by day" : `by day of ${daysOf === "events" ? "the events" : "delivery"}`;
}

export type SourceView = {
  readonly id: string;
  readonly name: string;
  readonly kind: SourceKind;
  readonly syncEveryMinutes: number | null;
  readonly nextSyncAt: string | null;
  readonly createdAt: string;
  /** Events are kept for so many days at least; null: for ever. */
  readonly keepDays: number | null;
  /** The first day that is kept now; null: all are. */
  readonly keptFrom: string | null;
  /** Days between the full checks that happen by themselves; null: only when asked. */
  readonly fullCheckEveryDays: number | null;
  /** It loads nothing any more, and all that it brought is on its way out. */
  readonly isRemoved: boolean;
  readonly accounts: number;
  readonly regions: number;
  /** First and last day that was loaded. */
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly daysOf: DaysOf;
  readonly lastObjectAt: string | null;
  /** How far the newest loaded object lies behind now; null where a source ends by its nature. */
  readonly lagSeconds: number | null;
  readonly objectsLoaded: number;
  readonly objectsSkipped: number;
  readonly objectsFailed: number;
  readonly events: number;
  readonly records: number;
  readonly duplicates: number;
  readonly refused: number;
  readonly bytes: number;
  /** Events that were loaded once and have been removed since. */
  readonly removedEvents: number;
  /** False where no run ever came as far as an object, or to its end: then every 0 means "not known". */
  readonly wasListed: boolean;
  /** The newest run. */
  readonly job: JobView | null;
  /** The job that removes something of it now; null where there is none. */
  readonly upkeep: JobView | null;
};

/** False where what was read has no size of its own: pages of LookupEvents. */
export function isMeasured({ kind }: { readonly kind: SourceKind }): boolean {
  return kind !== "lookup";
}

/** True where a run ended before it came to an object: that it saw none tells nothing of what is there. */
export function sawNothing({ kind, state, progress }: JobView): boolean {
  return kind === "sync" && (state === "failed" || state === "cancelled") && progress.objectsSeen === 0;
}

/** True for a job that waits or works. */
export function isUnfinished(job: JobView | null): boolean {
  return job !== null && (job.state === "queued" || job.state === "running");
}
