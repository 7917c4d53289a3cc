import type { LogStore } from "#lib/base/log-store.ts";
import type { Database } from "#lib/db/database.ts";
import { claimJob } from "#lib/db/jobs/claim-job.ts";
import { requestSync } from "#lib/db/jobs/request-sync.ts";
import { ensureSource } from "#lib/db/sources/ensure-source.ts";
import type { Source } from "#lib/db/sources/source.ts";
import { createDictionary } from "#lib/db/terms/dictionary.ts";
import { type JobResult, runJob } from "#lib/ingest/run/run-job.ts";

/** A source for a test to load from through a store of its own. */
export function testSource(db: Database, name = "test"): Promise<Source> {
  return ensureSource(db, { name, settings: { kind: "files", paths: [] }, syncEveryMinutes: null });
}

export type RunOptions = {
  readonly full?: boolean;
  readonly signal?: AbortSignal;
  /** Threads that may help; they open the store that the source's settings describe. */
  readonly threads?: number;
};

/** One run over a source, as the worker does it: request, claim, run, release. */
export async function runSource(
  db: Database,
  source: Source,
  store: LogStore,
  { full = false, signal = new AbortController().signal, threads = 0 }: RunOptions = {},
): Promise<JobResult> {
  const job = await requestSync(db, { sourceId: source.id, trigger: "command", full });
  const claim = await claimJob(db, job.id);
  if (claim === null) throw new Error("Somebody else works on the job");
  try {
    return await runJob({ db, dictionary: createDictionary(db.pool), store, claim, threads, signal });
  } finally {
    await claim.release();
  }
}
