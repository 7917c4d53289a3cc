/** What was loaded, so that "no events" can say whether nothing happened or nobody looked. */
export type Coverage = {
  readonly sources: number;
  /** True while a job is queued or running. */
  readonly syncing: boolean;
  readonly totalEvents: number;
  readonly oldestEventTime: string | null;
  /** Of those that are not dated in the future: one forged event would make all else look fresh. */
  readonly newestEventTime: string | null;
  /** Of the loaded events: the keys of log files that were given by hand name neither. */
  readonly accounts: number;
  readonly regions: number;
  /** Loaded log objects that were delivered on a day of the range. */
  readonly objectsInRange: number;
  /** Events of the range that were loaded once and removed since, because no source keeps them so long. */
  readonly removedInRange: number;
};

/** What one account and region delivered, by day. An empty account or region: the keys do not tell. */
export type CoverageRow = {
  readonly account: string;
  readonly region: string;
  /** The first day ever loaded, `YYYY-MM-DD`. */
  readonly firstDay: string;
  /** In the order of days, within the span asked for; a day without an object is not among them. */
  readonly days: readonly CoverageDay[];
};

export type CoverageDay = {
  readonly day: string;
  readonly objects: number;
  /** Events that no other source or object had brought before. */
  readonly events: number;
  /** Events that were loaded once and removed since. */
  readonly removed: number;
};
