import type { LogObject, LogStore } from "#lib/base/log-store.ts";
import { readAll } from "#lib/base/read-all.ts";
import type { Source } from "#lib/db/sources/source.ts";
import { encodeBlock } from "#lib/db/write/encode-event.ts";
import { loadObjects } from "#lib/db/write/load-objects.ts";
import type { LoadTarget } from "#lib/db/write/load-target.ts";
import { type LoadCounts, NO_COUNTS } from "#lib/db/write/prepared.ts";
import { type ObjectToRead, readStreamedObject, readWholeObject } from "#lib/ingest/read/read-object.ts";
import { createBatcher, type Fate, type ReadObject } from "#lib/ingest/run/load-batches.ts";
import { objectFacts, objectName } from "#lib/ingest/run/object-facts.ts";

/** Fetches log objects, reads them and loads them: what a thread of its own can do for a run, or the run itself. */
export type ObjectLoader = {
  /**
   * Ends when another object may be given; the fate of this one is told once, then or later. Throws where the
   * loader itself is broken: then nobody is told anything any more.
   */
  load(object: LogObject, fate: Fate): Promise<void>;
  /** Loads what is left, and ends when every fate has been told. Throws as `load` does. */
  finish(): Promise<void>;
  /** Waits for what is on its way to the database, and forgets the rest. Never throws. */
  drain(): Promise<void>;
  /** Gives back what the loader holds. Never throws. */
  close(): Promise<void>;
};

export type LoaderContext = {
  readonly store: LogStore;
  readonly source: Source;
  readonly target: LoadTarget;
  readonly signal: AbortSignal;
};

/** Objects fetched at once: enough to hide the way to the bucket. */
export const OBJECTS_AT_ONCE = 8;

/** Compressed. Larger objects are read as a stream, one transaction each, one at a time: each holds a connection. */
const LARGE_OBJECT = 1024 ** 2;

export function createObjectLoader(context: LoaderContext): ObjectLoader {
  const batcher = createBatcher(context.target);
  let streaming: Promise<unknown> = Promise.resolve();

  function inTurn(object: LogObject): Promise<LoadCounts> {
    const loaded = streaming.then(() => loadStreamed(context, object));
    streaming = loaded.catch(() => {});
    return loaded;
  }

  return {
    async load(object, fate) {
      try {
        const read = object.size <= LARGE_OBJECT ? await readWhole(context, object) : null;
        if (read === null) fate.loaded(await inTurn(object));
        else await batcher.add({ ...read, fate });
      } catch (error) {
        await fate.failed(error);
      }
    },
    finish: batcher.finish,
    drain: batcher.drain,
    close: async () => {},
  };
}

function toRead({ source }: LoaderContext, object: LogObject): ObjectToRead {
  return {
    name: objectName(source, object),
    deliveredAt: Math.trunc((object.lastModified ?? Date.now()) / 1000),
  };
}

/** null where it is too large to be read whole. */
async function readWhole(
  context: LoaderContext,
  object: LogObject,
): Promise<Omit<ReadObject, "fate"> | null> {
  const { store, target, signal } = context;
  const bytes = await (store.read?.(object, signal) ?? readAll(await store.open(object, signal)));
  const blocks = readWholeObject(toRead(context, object), bytes);
  if (blocks === null) return null;
  const encoded = blocks.map((block) => encodeBlock(target.dictionary, block, target.source.name));
  return { facts: objectFacts(object), blocks: encoded };
}

async function loadStreamed(context: LoaderContext, object: LogObject): Promise<LoadCounts> {
  const { store, target, signal } = context;
  const blocks = async function* () {
    const stream = await store.open(object, signal);
    const read = readStreamedObject(toRead(context, object), stream as AsyncIterable<Uint8Array>);
    for await (const block of read) yield encodeBlock(target.dictionary, block, target.source.name);
  };
  const [counts] = await loadObjects(target, [{ facts: objectFacts(object), blocks }]);
  return counts ?? NO_COUNTS;
}
