import type { LogStore } from "#lib/base/log-store.ts";
import type { Database } from "#lib/db/database.ts";
import type { Job } from "#lib/db/jobs/job.ts";
import type { Source } from "#lib/db/sources/source.ts";
import type { Dictionary } from "#lib/db/terms/dictionary.ts";
import type { Tally } from "#lib/ingest/run/tally.ts";

/** What every step of one run shares. */
export type RunContext = {
  readonly db: Database;
  readonly dictionary: Dictionary;
  readonly store: LogStore;
  readonly source: Source;
  readonly job: Job;
  readonly tally: Tally;
  /** Threads that may help with loading; 0 where the store cannot be opened a second time. */
  readonly threads: number;
  /** Ends the run: cancelled, or failed as a whole. */
  readonly signal: AbortSignal;
};
