import { Failure } from "#lib/server/failure.ts";

/**
 * Reads multipart/form-data (RFC 7578) as it comes in, so that a file of any size passes through a few kilobytes
 * of memory; Request.formData() would hold all of it.
 */
export type FormPart = {
  readonly name: string;
  /** As the sender claims it; null for a plain field. */
  readonly fileName: string | null;
  /** To be read to its end before the next part is asked for. */
  readonly body: AsyncIterable<Uint8Array>;
};

const LONGEST_HEAD = 16 * 1024;
/** RFC 2046, 5.1.1: at most 70 characters. */
const BOUNDARY = /^multipart\/form-data\s*;(?:.*;)?\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i;

/** The boundary that a Content-Type names; null for any other type. */
export function readBoundary(contentType: string | null): string | null {
  const match = BOUNDARY.exec(contentType ?? "");
  return match === null ? null : (match[1] ?? match[2] ?? null);
}

/** The parts in the order they come. Throws Failure "bad-request" where the text is not multipart, or breaks off. */
export async function* readMultipart(
  chunks: AsyncIterable<Uint8Array>,
  boundary: string,
): AsyncGenerator<FormPart, void> {
  // The line break before a boundary belongs to it; the first one may lack it.
  const reader = createReader(chunks, Buffer.from("\r\n"));
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  await drain(reader.until(delimiter));
  while ((await reader.take(2)) !== "--") {
    // What was taken is the line break, or white space before it.
    reader.giveBack(2);
    const head = await headText(reader);
    const { name, fileName } = readDisposition(head);
    const body = reader.until(delimiter);
    yield { name, fileName, body };
    await drain(body);
  }
}

type Reader = {
  /** What comes before the mark, in pieces; the mark itself is taken as well. */
  until(mark: Buffer): AsyncGenerator<Uint8Array, void>;
  take(bytes: number): Promise<string>;
  /** Of what `take` gave last. */
  giveBack(bytes: number): void;
};

function createReader(chunks: AsyncIterable<Uint8Array>, start: Buffer): Reader {
  const source = chunks[Symbol.asyncIterator]();
  let held: Buffer = start;
  let at = 0;

  async function more(): Promise<void> {
    const { done, value } = await source.next();
    if (done === true) throw new Failure("bad-request", "The upload broke off before its end.");
    held = Buffer.concat([held.subarray(at), value]);
    at = 0;
  }

  return {
    async *until(mark) {
      for (;;) {
        const found = held.indexOf(mark, at);
        if (found >= 0) {
          const piece = held.subarray(at, found);
          at = found + mark.length;
          if (piece.length > 0) yield piece;
          return;
        }
        // Its beginning may be at the end of what is held.
        const safe = held.length - mark.length + 1;
        if (safe > at) {
          const piece = held.subarray(at, safe);
          at = safe;
          yield piece;
        }
        await more();
      }
    },
    async take(bytes) {
      while (held.length - at < bytes) await more();
      at += bytes;
      return held.toString("latin1", at - bytes, at);
    },
    giveBack(bytes) {
      at -= bytes;
    },
  };
}

async function drain(pieces: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _ of pieces);
}

/** The part's header lines, with the line break before them. */
async function headText(reader: Reader): Promise<string> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of reader.until(Buffer.from("\r\n\r\n"))) {
    length += piece.length;
    if (length > LONGEST_HEAD) throw malformed("a part's head is too long");
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8");
}

function readDisposition(head: string): { readonly name: string; readonly fileName: string | null } {
  const line = /(?:^|\r\n)content-disposition:\s*form-data\s*;([^\r\n]*)/i.exec(head)?.[1];
  if (line === undefined) throw malformed("a part has no name");
  const name = parameter(line, "name");
  if (name === null) throw malformed("a part has no name");
  return { name, fileName: parameter(line, "filename") };
}

/**
 * Browsers write quotes and line breaks in names as %22, %0D, %0A (HTML, "multipart/form-data encoding"), older
 * clients with a backslash.
 */
function parameter(line: string, wanted: string): string | null {
  const match = new RegExp(`(?:^|;)\\s*${wanted}="((?:\\\\"|[^"])*)"`, "i").exec(line);
  const bare = new RegExp(`(?:^|;)\\s*${wanted}=([^\\s";]+)`, "i").exec(line);
  const value = match?.[1] ?? bare?.[1];
  if (value === undefined) return null;
  return value.replaceAll('\\"', '"').replace(/%(22|0D|0A)/gi, (code) => decodeURIComponent(code));
}

function malformed(why: string): Failure {
  return new Failure("bad-request", `The upload is no multipart form: ${why}.`);
}
