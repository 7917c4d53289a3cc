import { AsyncLocalStorage } from "node:async_hooks";

/**
 * Whether anybody still waits for the answer, known to everything that works for a request without being handed
 * from function to function: a read that nobody waits for any more is stopped in the database, whoever wrote it.
 */
const signals = new AsyncLocalStorage<AbortSignal>();

/** Runs `work`; everything that it starts sees this signal. */
export function withRequestSignal<T>(signal: AbortSignal, work: () => T): T {
  return signals.run(signal, work);
}

/** The signal of the request that is worked for; null outside of one, as in the worker or for a page. */
export function requestSignal(): AbortSignal | null {
  return signals.getStore() ?? null;
}
