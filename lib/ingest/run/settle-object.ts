import { settleUnloaded } from "#lib/db/ledger/settle-unloaded.ts";
import { toDatabaseFailure } from "#lib/db/sql/raw.ts";
import type { RunContext } from "#lib/ingest/run/context.ts";
import type { ToLoad } from "#lib/ingest/run/list-objects.ts";
import type { Fate } from "#lib/ingest/run/load-batches.ts";
import { objectFacts, objectName } from "#lib/ingest/run/object-facts.ts";
import { isFailedForGood } from "#lib/ingest/watermark.ts";
import { Failure, isFailure } from "#lib/server/failure.ts";

/** So many failures of the way there, one after the other, and it is the way that is broken. */
const MOST_IN_A_ROW = 25;

const FATAL = new Set([
  "no-such-bucket",
  "no-credentials",
  "expired-credentials",
  "bad-credentials",
  "role-denied",
  "database-unreachable",
  "cancelled",
]);

/**
 * What becomes of an object in the books: loaded, or failed with its reason while the rest goes on; unless the
 * failure is not the object's (no credentials, no database, nobody answers): then `giveUp` ends the run.
 */
export function createSettling(run: RunContext, giveUp: (error: unknown) => void): (item: ToLoad) => Fate {
  let inARow = 0;

  async function settleFailed({ object, settle }: ToLoad, thrown: unknown): Promise<void> {
    if (run.signal.aborted) throw run.signal.reason;
    const error = toDatabaseFailure(thrown);
    if (isFailure(error) && FATAL.has(error.code)) throw error;
    const failure = toFailure(error, objectName(run.source, object));
    const isForGood = isFailedForGood(failure.code);
    inARow = isForGood ? 0 : inARow + 1;
    if (inARow >= MOST_IN_A_ROW) throw failure;
    const { code, message: reason, remedy } = failure;
    const entry = { facts: objectFacts(object), state: "failed", code, reason, remedy } as const;
    await settleUnloaded(run.db, run.source.id, run.job.id, [entry]);
    run.tally.failed(1);
    run.tally.advance();
    settle(isForGood);
  }

  return (item) => ({
    loaded(counts) {
      inARow = 0;
      run.tally.loaded(counts, item.object.size);
      run.tally.advance();
      item.settle(true);
    },
    failed: (error) => settleFailed(item, error).catch(giveUp),
  });
}

/** Anything else than a Failure is a defect of ours: the object is named, so that it can be looked into. */
function toFailure(error: unknown, name: string): Failure {
  if (isFailure(error)) return error;
  const why = error instanceof Error ? error.message : String(error);
  return new Failure("internal", `${name} could not be loaded: ${why}`, {
    remedy: "This is a defect of Waymark: please report it with this sentence.",
    cause: error,
  });
}
