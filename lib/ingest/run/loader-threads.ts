import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { RunContext } from "#lib/ingest/run/context.ts";
import type { Fate } from "#lib/ingest/run/load-batches.ts";
import type { ObjectLoader } from "#lib/ingest/run/object-loader.ts";
import {
  type FromThread,
  fromPlainError,
  type ThreadData,
  type ToThread,
} from "#lib/ingest/run/thread-messages.ts";
import { Failure } from "#lib/server/failure.ts";

/** Beyond a few, threads wait for the database. */
const MOST_THREADS = 3;

/** Threads that help on this machine: the run itself has a core of its own. */
export function helpfulThreads(): number {
  return Math.min(MOST_THREADS, availableParallelism() - 1);
}

/** For each thread, MB: with the run's own it stays below 512 in all. */
const MEMORY = { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 32 };

type Waiting = { readonly done: () => void; readonly broken: (error: unknown) => void };

/** A loader in a thread of its own, with a store of its own. */
export function startLoaderThread(run: RunContext): ObjectLoader {
  const workerData: ThreadData = { databaseUrl: run.db.url, source: run.source, jobId: run.job.id };
  const thread = new Worker(new URL("./loader-thread.mjs", import.meta.url), {
    workerData,
    resourceLimits: MEMORY,
  });
  const fates = new Map<number, Fate>();
  const loading = new Map<number, Waiting>();
  const finishing = new Set<Waiting>();
  /** Fates that are still being written down. */
  const settling = new Set<Promise<void>>();
  let breakage: { readonly error: unknown } | null = null;
  let given = 0;

  thread.on("message", (message: FromThread) => {
    switch (message.kind) {
      case "ready":
        loading.get(message.number)?.done();
        loading.delete(message.number);
        return;
      case "loaded":
        takeFate(message.number)?.loaded(message.counts);
        return;
      case "failed": {
        const settled = takeFate(message.number)?.failed(fromPlainError(message.error)) ?? Promise.resolve();
        settling.add(settled);
        settled.finally(() => settling.delete(settled));
        return;
      }
      case "finished":
        for (const { done } of finishing) done();
        finishing.clear();
    }
  });
  thread.on("error", (cause) =>
    breakWith(new Failure("internal", `A loader thread broke: ${cause.message}`, { cause })),
  );
  thread.on("exit", () =>
    breakWith(new Failure("internal", "A loader thread ended before its work was done.")),
  );
  const cancel = () => tell({ kind: "cancel" });
  run.signal.addEventListener("abort", cancel, { once: true });

  function tell(message: ToThread): void {
    thread.postMessage(message);
  }

  function takeFate(number: number): Fate | undefined {
    const fate = fates.get(number);
    fates.delete(number);
    return fate;
  }

  function breakWith(error: unknown): void {
    breakage ??= { error };
    for (const waiting of [...loading.values(), ...finishing]) waiting.broken(error);
  }

  async function ask(kind: "finish" | "drain"): Promise<void> {
    if (breakage !== null) throw breakage.error;
    await new Promise<void>((done, broken) => {
      finishing.add({ done, broken });
      tell({ kind });
    });
    await Promise.all(settling);
  }

  return {
    load(object, fate) {
      if (breakage !== null) return Promise.reject(breakage.error);
      const number = given++;
      fates.set(number, fate);
      return new Promise((done, broken) => {
        loading.set(number, { done, broken });
        tell({ kind: "load", number, object });
      });
    },
    finish: () => ask("finish"),
    drain: () => ask("drain").catch(() => {}),
    async close() {
      run.signal.removeEventListener("abort", cancel);
      await thread.terminate();
    },
  };
}
