import { toDatabaseFailure } from "#lib/db/sql/raw.ts";
import type { EncodedBlock } from "#lib/db/write/encode-event.ts";
import { loadObjects } from "#lib/db/write/load-objects.ts";
import type { LoadTarget } from "#lib/db/write/load-target.ts";
import { type LoadCounts, NO_COUNTS, type ObjectFacts } from "#lib/db/write/prepared.ts";
import { isFailure } from "#lib/server/failure.ts";

/**
 * Gathers objects that have been read until a transaction is worth its cost, and loads them. Many a log object
 * holds a dozen records; a transaction each would spend its time on commits.
 */
export type Fate = {
  loaded(counts: LoadCounts): void;
  /** Told the error that kept the object from being loaded. Never throws. */
  failed(error: unknown): Promise<void>;
};

export type ReadObject = {
  readonly facts: ObjectFacts;
  readonly blocks: readonly EncodedBlock[];
  readonly fate: Fate;
};

export type Batcher = {
  /** Waits while too much is on its way. */
  add(read: ReadObject): Promise<void>;
  /** Loads what is left, and ends when everything is loaded. */
  finish(): Promise<void>;
  /** Waits for what is being loaded, and forgets the rest. */
  drain(): Promise<void>;
};

const EVENTS_PER_BATCH = 5_000;
const BYTES_PER_BATCH = 8 * 1024 ** 2;
/** One is sent while the next is filled; with more, memory grows and the database is no faster. */
const BATCHES_AT_ONCE = 2;
/** A batch that does not fill is loaded after this many milliseconds: progress should be seen. */
const LONGEST_WAIT = 500;

export function createBatcher(target: LoadTarget): Batcher {
  let batch: ReadObject[] = [];
  let events = 0;
  let bytes = 0;
  let timer: NodeJS.Timeout | null = null;
  const loading = new Set<Promise<void>>();

  function start(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (batch.length === 0) return;
    const full = batch;
    batch = [];
    events = 0;
    bytes = 0;
    const load = loadBatch(target, full).finally(() => loading.delete(load));
    loading.add(load);
  }

  return {
    async add(read) {
      batch.push(read);
      for (const block of read.blocks) {
        events += block.events.length + block.refusals.length;
        bytes += block.data.length;
      }
      if (events >= EVENTS_PER_BATCH || bytes >= BYTES_PER_BATCH) start();
      else timer ??= setTimeout(start, LONGEST_WAIT);
      while (loading.size >= BATCHES_AT_ONCE) await Promise.race(loading);
    },
    async finish() {
      start();
      await Promise.all(loading);
    },
    async drain() {
      if (timer !== null) clearTimeout(timer);
      batch = [];
      await Promise.all(loading);
    },
  };
}

/** Never throws: each object hears of its own fate. */
async function loadBatch(target: LoadTarget, batch: readonly ReadObject[]): Promise<void> {
  try {
    const objects = batch.map(({ facts, blocks }) => ({ facts, blocks: () => blocks }));
    const counts = await loadObjects(target, objects);
    batch.forEach(({ fate }, index) => {
      fate.loaded(counts[index] ?? NO_COUNTS);
    });
  } catch (thrown) {
    const error = toDatabaseFailure(thrown);
    // Not again where the connection is gone: it may have gone after the commit, and what is there would count as a copy.
    const isLast = batch.length === 1 || isFailure(error, "database-unreachable");
    if (isLast) for (const { fate } of batch) await fate.failed(error);
    // One of them may be what the database refuses: each for itself, so that it takes no other with it.
    else for (const read of batch) await loadBatch(target, [read]);
  }
}
