// A thread that loads objects for a run (loader-threads.ts): it has its own store, dictionary and connections.
import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { openDatabase } from "#lib/db/database.ts";
import { createDictionary } from "#lib/db/terms/dictionary.ts";
import { openStore } from "#lib/ingest/open-store.ts";
import { createObjectLoader } from "#lib/ingest/run/object-loader.ts";
import {
  type FromThread,
  type ThreadData,
  type ToThread,
  toPlainError,
} from "#lib/ingest/run/thread-messages.ts";
import { Failure } from "#lib/server/failure.ts";

/**
 * Two batches and a large object on their way, a word for the dictionary asked beside them, the roll-up being folded:
 * one more than can ever be held by those who need another one to go on.
 */
const CONNECTIONS = 6;

/** loader-threads.ts alone starts this file, with a ThreadData. */
const { databaseUrl, source, jobId }: ThreadData = workerData;

function serve(port: MessagePort): void {
  const say = (message: FromThread) => port.postMessage(message);
  const ending = new AbortController();
  const db = openDatabase(databaseUrl, CONNECTIONS);
  const store = openStore(source.settings);
  const target = { pool: db.pool, dictionary: createDictionary(db.pool), source, jobId };
  const loader = createObjectLoader({ store, source, target, signal: ending.signal });

  async function obey(message: ToThread): Promise<void> {
    switch (message.kind) {
      case "load": {
        const { number, object } = message;
        await loader.load(object, {
          loaded: (counts) => say({ kind: "loaded", number, counts }),
          failed: async (error) => say({ kind: "failed", number, error: toPlainError(error) }),
        });
        return say({ kind: "ready", number });
      }
      case "cancel":
        return ending.abort(new Failure("cancelled", "The run was cancelled."));
      case "finish":
      case "drain":
        await loader[message.kind]();
        return say({ kind: "finished" });
    }
  }

  // What `obey` throws ends the thread, and with it the run: a defect must not look like a quiet end.
  port.on("message", obey);
}

if (parentPort === null) throw new Error("This file is for a thread: see loader-threads.ts");
serve(parentPort);
