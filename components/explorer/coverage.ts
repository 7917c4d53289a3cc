/** What is loaded of a span of time, as the database answers it. */
export type Coverage = {
  readonly totalEvents: number;
  readonly oldestEventTime: string | null;
  readonly newestEventTime: string | null;
  readonly accounts: number;
  readonly regions: number;
  /** Log objects loaded that are about this time. */
  readonly objectsInRange: number;
  /** Events of this time that were loaded once and removed since, because no source keeps them so long. */
  readonly removedInRange: number;
  readonly syncing: boolean;
  readonly sources: number;
};

/** How many events match; where counting stopped early, `exact` is false and `count` is a lower bound. */
export type Count = { readonly count: number; readonly exact: boolean };
