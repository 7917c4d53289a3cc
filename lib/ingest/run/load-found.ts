import { buffer } from "node:stream/consumers";
import type { Channel } from "#lib/base/channel.ts";
import type { LogObject } from "#lib/base/log-store.ts";
import { settleUnloaded } from "#lib/db/ledger/settle-unloaded.ts";
import { loadObjects } from "#lib/db/write/load-objects.ts";
import { type LoadCounts, NO_COUNTS, type PreparedBlock } from "#lib/db/write/prepared.ts";
import { type ObjectToRead, readStreamedObject, readWholeObject } from "#lib/ingest/read/read-object.ts";
import type { RunContext } from "#lib/ingest/run/context.ts";
import type { ToLoad } from "#lib/ingest/run/list-objects.ts";
import { type Batcher, createBatcher, target } from "#lib/ingest/run/load-batches.ts";
import { objectFacts, objectName } from "#lib/ingest/run/object-facts.ts";
import { isFailedForGood } from "#lib/ingest/watermark.ts";
import { Failure, isFailure } from "#lib/server/failure.ts";

/**
 * The loading half of a run: fetches what the listing sends, several objects at once, reads them and has them
 * loaded. An object that fails is settled with its reason and the rest goes on, unless the failure is not the
 * object's: no credentials, no database, nobody answers.
 */
const READERS = 8;
/** Compressed. Larger objects are read as a stream, one transaction each. */
const LARGE_OBJECT = 1024 ** 2;
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

export async function loadFound(run: RunContext, channel: Channel<ToLoad>): Promise<void> {
  let giveUp: (error: unknown) => void = () => {};
  const givenUp = new Promise<never>((_, reject) => {
    giveUp = reject;
  });
  const fate = createFate(run, (error) => {
    channel.fail(error);
    giveUp(error);
  });
  const batcher = createBatcher(run);
  const work = async () => {
    for await (const item of channel.receive()) await loadOne(run, item, batcher, fate);
  };
  const readers = Array.from({ length: READERS }, work);
  try {
    await Promise.race([Promise.all(readers).then(() => batcher.finish()), givenUp]);
  } catch (error) {
    // What is on its way to the database arrives there: it has to be counted before the run is called ended.
    channel.fail(error);
    await Promise.allSettled(readers);
    await batcher.drain();
    throw error;
  }
}

type Fate = {
  succeed(item: ToLoad, counts: LoadCounts): void;
  /** Settles the item as failed, or gives the whole run up. Never throws. */
  fail(item: ToLoad, error: unknown): Promise<void>;
};

function createFate(run: RunContext, giveUp: (error: unknown) => void): Fate {
  let inARow = 0;

  async function settleFailed({ object, settle }: ToLoad, error: unknown): Promise<void> {
    if (run.signal.aborted) throw run.signal.reason;
    if (isFailure(error) && FATAL.has(error.code)) throw error;
    const failure = toFailure(error, objectName(run.source, object));
    const isForGood = isFailedForGood(failure.code);
    inARow = isForGood ? 0 : inARow + 1;
    if (inARow >= MOST_IN_A_ROW) throw failure;
    const { code, message: reason, remedy } = failure;
    const entry = { facts: objectFacts(object), state: "failed", code, reason, remedy } as const;
    await settleUnloaded(run.db, run.source.id, run.job.id, [entry]);
    run.tally.failed(1);
    settle(isForGood);
  }

  return {
    succeed({ object, settle }, counts) {
      inARow = 0;
      run.tally.loaded(counts, object.size);
      settle(true);
    },
    fail: (item, error) => settleFailed(item, error).catch(giveUp),
  };
}

async function loadOne(run: RunContext, item: ToLoad, batcher: Batcher, fate: Fate): Promise<void> {
  try {
    const { object } = item;
    const reading: ObjectToRead = {
      name: objectName(run.source, object),
      deliveredAt: Math.trunc((object.lastModified ?? Date.now()) / 1000),
    };
    const blocks = object.size <= LARGE_OBJECT ? await readWhole(run, reading, object) : null;
    if (blocks === null) fate.succeed(item, await loadStreamed(run, reading, object));
    else {
      await batcher.add({
        object,
        blocks,
        loaded: (counts) => fate.succeed(item, counts),
        failed: (error) => fate.fail(item, error),
      });
    }
  } catch (error) {
    await fate.fail(item, error);
  }
}

async function readWhole(
  run: RunContext,
  reading: ObjectToRead,
  object: LogObject,
): Promise<readonly PreparedBlock[] | null> {
  return readWholeObject(reading, await buffer(await run.store.open(object, run.signal)));
}

async function loadStreamed(run: RunContext, reading: ObjectToRead, object: LogObject): Promise<LoadCounts> {
  const blocks = async function* () {
    const stream = await run.store.open(object, run.signal);
    yield* readStreamedObject(reading, stream as AsyncIterable<Uint8Array>);
  };
  const [counts] = await loadObjects(target(run), [{ facts: objectFacts(object), blocks }]);
  return counts ?? NO_COUNTS;
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
