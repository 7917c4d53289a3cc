import pg from "pg";
import { Failure } from "#lib/server/failure.ts";

/** A statement may begin just after the one that was told to stop: then it is told again. */
const AGAIN_MS = 200;

export type Limits = {
  /** Milliseconds for all of the work together; null: no limit. */
  readonly timeout: number | null;
  /** Aborts when nobody waits for the answer any more; a reason that is text says why. */
  readonly signal: AbortSignal | null;
};

/**
 * Runs `work` on the client and stops what the database does for it once the time is over or nobody waits any more.
 * @throws Failure "query-timeout" or "cancelled"; the client is then of no more use, since the word to stop may
 * reach it late and would hit whatever it does next
 */
export async function stopLate<T>(
  client: pg.PoolClient,
  pool: pg.Pool,
  { timeout, signal }: Limits,
  work: () => Promise<T>,
): Promise<T> {
  if (signal?.aborted === true) throw cancelled(signal.reason);
  let reason: Failure | null = null;
  let again: NodeJS.Timeout | undefined;
  const stopping: Promise<void>[] = [];
  const stop = (why: Failure) => {
    if (reason !== null) return;
    reason = why;
    const tell = () => stopping.push(cancelQuery(pool, client));
    tell();
    again = setInterval(tell, AGAIN_MS);
  };
  const onAbort = () => stop(cancelled(signal?.reason));
  const timer = timeout === null ? undefined : setTimeout(() => stop(tooSlow()), timeout);
  signal?.addEventListener("abort", onAbort);
  try {
    const result = await work();
    if (reason !== null) throw reason;
    return result;
  } catch (error) {
    throw reason ?? error;
  } finally {
    clearTimeout(timer);
    clearInterval(again);
    signal?.removeEventListener("abort", onAbort);
    await Promise.all(stopping);
  }
}

/** The connection's current statement ends with an error; nothing happens where it does none. */
async function cancelQuery(pool: pg.Pool, client: pg.PoolClient): Promise<void> {
  // Not through the pool: when this matters most, every connection of the pool may be busy.
  const other = new pg.Client(pool.options);
  other.on("error", () => {});
  try {
    await other.connect();
    await other.query("select pg_cancel_backend($1)", [backendOf(client)]);
  } catch {
    // Whoever cannot be told to stop is stopped by its own statement_timeout.
  } finally {
    await other.end().catch(() => {});
  }
}

/** The number of the server process behind a connection. pg has known it since the connection was made, untyped. */
function backendOf(client: pg.PoolClient): number {
  const { processID } = client as pg.PoolClient & { readonly processID?: unknown };
  if (typeof processID !== "number") throw new Error("The connection has no server process");
  return processID;
}

export function tooSlow(cause?: unknown): Failure {
  return new Failure("query-timeout", "The search took too long and was stopped.", {
    remedy: "Narrow the time range or add a filter.",
    cause,
  });
}

function cancelled(cause: unknown): Failure {
  const sentence = typeof cause === "string" ? cause : "Nobody waits for the answer any more.";
  return new Failure("cancelled", sentence, { cause });
}
