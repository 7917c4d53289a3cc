import { pipeline, Readable } from "node:stream";
import { createGunzip, gunzipSync } from "node:zlib";
import { Failure, isFailure } from "#lib/server/failure.ts";

/** AWS delivers at most 50 MB compressed (CloudTrail user guide, "CloudTrail log file examples"); this is far above. */
const MAX_UNPACKED_BYTES = 1024 ** 3;

const UNPACKED_CHUNK = 256 * 1024;
const GZIP_MAGIC = [0x1f, 0x8b] as const;

/** True for bytes that begin as gzip does. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === GZIP_MAGIC[0] && bytes[1] === GZIP_MAGIC[1];
}

/**
 * The content of a log object that is in memory, unpacked where it is gzip; null where that is more than `limit` bytes.
 * Throws as unpack does.
 */
export function unpackWhole(stored: Uint8Array, name: string, limit: number): Uint8Array | null {
  if (!isGzip(stored)) return stored.length > limit ? null : stored;
  try {
    return gunzipSync(stored, { maxOutputLength: limit, chunkSize: chunkFor(stored, limit) });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE") return null;
    throw toGzipFailure(error, name);
  }
}

const GZIP_SMALLEST = 18;
const ZLIB_SMALLEST_CHUNK = 64;

/** What gzip says of its size at its end, so that most is unpacked into one piece; it is a hint, and may be a lie. */
function chunkFor(stored: Uint8Array, limit: number): number {
  if (stored.length < GZIP_SMALLEST) return ZLIB_SMALLEST_CHUNK;
  const said = new DataView(stored.buffer, stored.byteOffset + stored.length - 4, 4).getUint32(0, true);
  return Math.max(ZLIB_SMALLEST_CHUNK, Math.min(said + 1, limit));
}

export type Unpacked = {
  /** Whether it came as gzip. */
  readonly wasGzip: boolean;
  readonly chunks: AsyncGenerator<Uint8Array>;
};

/**
 * The content of a log object, unpacked where it is gzip, in chunks. `name` is for the sentences.
 * @throws Failure: "truncated-gzip", "bad-gzip", "too-large" (more than `limit` bytes unpacked: a gzip bomb costs
 * one chunk of memory), or whatever the stream throws; most of it while the chunks are read
 */
export async function unpack(
  stream: AsyncIterable<Uint8Array>,
  name: string,
  limit = MAX_UNPACKED_BYTES,
): Promise<Unpacked> {
  const { wasGzip, chunks } = await opened(stream, name);
  return { wasGzip, chunks: bounded(chunks, name, limit) };
}

async function* bounded(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
  limit: number,
): AsyncGenerator<Uint8Array> {
  let total = 0;
  for await (const chunk of chunks) {
    total += chunk.length;
    if (total > limit) {
      throw new Failure("too-large", `${name} holds more than ${limit / 1024 ** 2} MiB.`, {
        remedy: "CloudTrail never writes such objects: look at what this is and who put it there.",
      });
    }
    yield chunk;
  }
}

/** The stream itself, or unpacked, as its first bytes tell: names and headers are often wrong. */
async function opened(
  stream: AsyncIterable<Uint8Array>,
  name: string,
): Promise<{ readonly wasGzip: boolean; readonly chunks: AsyncIterable<Uint8Array> }> {
  const chunks = stream[Symbol.asyncIterator]();
  let head: Uint8Array = new Uint8Array(0);
  while (head.length < GZIP_MAGIC.length) {
    const next = await chunks.next();
    if (next.done === true) break;
    head = Buffer.concat([head, next.value]);
  }
  const whole = prepend(head, chunks);
  return isGzip(head) ? { wasGzip: true, chunks: gunzipped(whole, name) } : { wasGzip: false, chunks: whole };
}

async function* prepend(head: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    if (head.length > 0) yield head;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

async function* gunzipped(stream: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip({ chunkSize: UNPACKED_CHUNK });
  // The callback is owed, but has nothing to add: an error of either stream is thrown by the loop.
  pipeline(Readable.from(stream), gunzip, () => {});
  try {
    for await (const chunk of gunzip) yield chunk;
  } catch (error) {
    throw toGzipFailure(error, name);
  }
}

function toGzipFailure(error: unknown, name: string): unknown {
  if (isFailure(error) || !(error instanceof Error)) return error;
  const code = "code" in error ? String(error.code) : "";
  if (code === "Z_BUF_ERROR") {
    return new Failure("truncated-gzip", `${name} ends in the middle of its gzip data.`, {
      remedy: "Compare its size with the original and deliver it again.",
      cause: error,
    });
  }
  if (code.startsWith("Z_")) {
    return new Failure("bad-gzip", `${name} is damaged: its gzip data cannot be unpacked.`, {
      remedy: "Deliver the object again from where it came.",
      cause: error,
    });
  }
  return error;
}
