import type { Channel } from "#lib/base/channel.ts";
import type { LoadTarget } from "#lib/db/write/load-target.ts";
import type { RunContext } from "#lib/ingest/run/context.ts";
import type { ToLoad } from "#lib/ingest/run/list-objects.ts";
import { startLoaderThread } from "#lib/ingest/run/loader-threads.ts";
import { createObjectLoader, OBJECTS_AT_ONCE, type ObjectLoader } from "#lib/ingest/run/object-loader.ts";
import { createSettling } from "#lib/ingest/run/settle-object.ts";

/** So many objects are much to do. */
const HELP_AFTER = 200;

/**
 * The loading half of a run: hands what the listing sends to those who load it. One loader works in this thread;
 * where there is much to do, more come to help in threads of their own, since reading is bound by one core.
 */
export async function loadFound(run: RunContext, channel: Channel<ToLoad>): Promise<void> {
  let giveUp: (error: unknown) => void = () => {};
  const givenUp = new Promise<never>((_, reject) => {
    giveUp = (error) => {
      channel.fail(error);
      reject(error);
    };
  });
  const settle = createSettling(run, giveUp);
  const loaders: ObjectLoader[] = [];
  const readers: Promise<void>[] = [];
  let taken = 0;

  async function read(loader: ObjectLoader): Promise<void> {
    try {
      for await (const item of channel.receive()) {
        taken += 1;
        if (taken === HELP_AFTER) hire();
        await loader.load(item.object, settle(item));
      }
    } catch (error) {
      giveUp(error);
    }
  }

  function engage(loader: ObjectLoader): void {
    loaders.push(loader);
    for (let index = 0; index < OBJECTS_AT_ONCE; index++) readers.push(read(loader));
  }

  function hire(): void {
    for (let hired = 0; hired < run.threads; hired++) engage(startLoaderThread(run));
  }

  async function untilLoaded(): Promise<void> {
    // Both lists may grow while this waits: a reader engages more loaders before it ends.
    for (const reader of readers) await reader;
    for (const loader of loaders) await loader.finish();
  }

  engage(createObjectLoader({ ...run, target: targetOf(run) }));
  try {
    await Promise.race([untilLoaded(), givenUp]);
  } catch (error) {
    // What is on its way to the database arrives there: it has to be counted before the run is called ended.
    channel.fail(error);
    await Promise.all(readers);
    await Promise.all(loaders.map((loader) => loader.drain()));
    throw error;
  } finally {
    await Promise.all(loaders.map((loader) => loader.close()));
  }
}

/** Where the database puts what this run brings. */
function targetOf(run: RunContext): LoadTarget {
  return { pool: run.db.pool, dictionary: run.dictionary, source: run.source, jobId: run.job.id };
}
