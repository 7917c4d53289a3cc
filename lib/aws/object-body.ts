import { Readable } from "node:stream";

export type BodySource = {
  /** The object's bytes from `offset` on. */
  open(offset: number, signal: AbortSignal): Promise<Readable>;
  /** Length of the whole object, where the server told it. */
  readonly size: number | null;
  readonly idleTimeoutMs: number;
  /** How often a cut connection is taken up again. */
  readonly resumptions: number;
  /** Gives the error the reader sees. */
  translate(error: unknown): Error;
};

/**
 * The body of an object as one stream, although connections break: after a cut the rest is asked for from the
 * byte where it stopped. Ends with an error if it stalls, ends short, or breaks more often than allowed.
 */
export function readBody(first: Readable, source: BodySource, signal: AbortSignal): Readable {
  const stop = new AbortController();
  const onAbort = (): void => stop.abort(signal.reason);
  if (signal.aborted) onAbort();
  signal.addEventListener("abort", onAbort, { once: true });
  const chunks = chunksOf(first, source, stop.signal);
  return new Readable({
    read() {
      chunks.next().then(
        ({ done, value }) => this.push(done === true ? null : value),
        (error: unknown) => this.destroy(source.translate(error)),
      );
    },
    destroy(error, done) {
      signal.removeEventListener("abort", onAbort);
      stop.abort();
      chunks.return(undefined).then(
        () => done(error),
        () => done(error),
      );
    },
  });
}

async function* chunksOf(
  first: Readable,
  source: BodySource,
  signal: AbortSignal,
): AsyncGenerator<Buffer, undefined> {
  let received = 0;
  let body = first;
  for (let resumed = 0; ; resumed += 1) {
    try {
      for await (const chunk of watched(body, source.idleTimeoutMs, signal)) {
        received += chunk.length;
        yield chunk;
      }
      if (source.size === null || received >= source.size) return undefined;
      throw brokenOff(received, source.size);
    } catch (error) {
      if (signal.aborted || resumed >= source.resumptions) throw error;
    }
    body = await source.open(received, signal);
  }
}

/** Passes the chunks on, and destroys the body when none comes for `idleMs` or the work is called off. */
async function* watched(body: Readable, idleMs: number, signal: AbortSignal): AsyncGenerator<Buffer, void> {
  const stall = (): unknown => body.destroy(stalled(idleMs));
  const cancel = (): unknown => body.destroy(cancelled());
  if (signal.aborted) cancel();
  signal.addEventListener("abort", cancel, { once: true });
  let timer = setTimeout(stall, idleMs);
  try {
    for await (const chunk of body) {
      clearTimeout(timer);
      // While the reader is busy with this chunk nobody waits for the server.
      yield Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk);
      timer = setTimeout(stall, idleMs);
    }
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", cancel);
    body.destroy();
  }
}

function stalled(idleMs: number): Error {
  return named("TimeoutError", `No data for ${idleMs} ms in the middle of an object.`);
}

function cancelled(): Error {
  return named("AbortError", "The work was cancelled.");
}

function brokenOff(received: number, size: number): Error {
  return named("ECONNRESET", `The object ended after ${received} of ${size} bytes.`);
}

function named(name: string, message: string): Error {
  const error = new Error(message);
  error.name = name;
  return error;
}
