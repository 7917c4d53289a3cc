import type { LogObject } from "#lib/base/log-store.ts";
import { loadObjects } from "#lib/db/write/load-objects.ts";
import type { LoadTarget } from "#lib/db/write/load-target.ts";
import {
  type LoadCounts,
  NO_COUNTS,
  type PreparedBlock,
  type PreparedObject,
} from "#lib/db/write/prepared.ts";
import type { RunContext } from "#lib/ingest/run/context.ts";
import { objectFacts } from "#lib/ingest/run/object-facts.ts";

/**
 * Gathers objects that have been read until a transaction is worth its cost, and loads them. Many a log object
 * holds a dozen records; a transaction each would spend its time on commits.
 */
export type ReadObject = {
  readonly object: LogObject;
  readonly blocks: readonly PreparedBlock[];
  readonly loaded: (counts: LoadCounts) => void;
  /** Called with the error that kept it from being loaded. Never throws. */
  readonly failed: (error: unknown) => Promise<void>;
};

export type Batcher = {
  /** Waits while too much is on its way. */
  add(read: ReadObject): Promise<void>;
  /** Loads what is left, and ends when everything is loaded. */
  finish(): Promise<void>;
  /** Waits for what is being loaded, and forgets the rest. */
  drain(): Promise<void>;
};

const EVENTS_PER_BATCH = 8_000;
const BYTES_PER_BATCH = 16 * 1024 ** 2;
/** One is sent while the next is filled; with more, memory grows and the database is no faster. */
const BATCHES_AT_ONCE = 2;
/** A batch that does not fill is loaded after this many milliseconds: progress should be seen. */
const LONGEST_WAIT = 500;

export function createBatcher(run: RunContext): Batcher {
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
    const load = loadBatch(run, full).finally(() => loading.delete(load));
    loading.add(load);
  }

  return {
    async add(read) {
      batch.push(read);
      for (const block of read.blocks) {
        events += block.events.length;
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
async function loadBatch(run: RunContext, batch: readonly ReadObject[]): Promise<void> {
  try {
    const counts = await loadObjects(target(run), batch.map(prepared));
    batch.forEach((read, index) => {
      read.loaded(counts[index] ?? NO_COUNTS);
    });
  } catch (error) {
    if (batch.length === 1) await batch[0]?.failed(error);
    // One of them may be what the database refuses: each for itself, so that it takes no other with it.
    else for (const read of batch) await loadBatch(run, [read]);
  }
}

function prepared(read: ReadObject): PreparedObject {
  return { facts: objectFacts(read.object), blocks: () => read.blocks };
}

/** Where the database puts what this run brings. */
export function target(run: RunContext): LoadTarget {
  return { pool: run.db.pool, dictionary: run.dictionary, source: run.source, jobId: run.job.id };
}
