import { AsyncLocalStorage } from "node:async_hooks";

/**
 * Whether anybody still waits for the answer, known to everything that works for a request without being handed
 * from function to function: a read that nobody waits for any more is stopped in the database, whoever wrote it.
 */
type Waiting = {
  readonly signal: AbortSignal;
  /** The tab whose search is answered (lib/server/running-searches.ts). */
  readonly tab: string | null;
};

// On globalThis: what follows requests, pages and routes are bundled apart, and must mean the same.
const KEY = Symbol.for("waymark.request-signal");
const forProcess = globalThis as { [KEY]?: AsyncLocalStorage<Waiting> };
forProcess[KEY] ??= new AsyncLocalStorage<Waiting>();
const waiting = forProcess[KEY];

/** Runs `work`; everything that it starts sees this signal. */
export function withRequestSignal<T>(signal: AbortSignal, work: () => T): T {
  return waiting.run({ signal, tab: requestTab() }, work);
}

/** From here on, everything that the current request starts sees this signal. */
export function enterRequest(signal: AbortSignal, tab: string | null): void {
  waiting.enterWith({ signal, tab });
}

/** The signal of the request that is worked for; null outside of one, as in the worker. */
export function requestSignal(): AbortSignal | null {
  return waiting.getStore()?.signal ?? null;
}

export function requestTab(): string | null {
  return waiting.getStore()?.tab ?? null;
}
