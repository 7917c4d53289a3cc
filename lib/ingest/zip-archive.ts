import { pipeline, type Readable, Transform } from "node:stream";
import { crc32 } from "node:zlib";
import { type Entry, getFileNameLowLevel, openPromise, type ZipFile } from "yauzl";
import { Failure, isFailure } from "#lib/server/failure.ts";

export type ZipMember = {
  /** Path inside the archive, as it is written there. */
  readonly name: string;
  /** Bytes that `open` gives: how small they were packed says nothing of the memory that reading them takes. */
  readonly size: number;
  /** Made of the content's checksum and length. */
  readonly etag: string;
  /** Milliseconds since 1970 UTC. */
  readonly lastModified: number;
  /** The member's bytes, unpacked and checked against the checksum. Fails with `bad-zip`. */
  open(): Promise<Readable>;
};

export type ZipArchive = { readonly members: ReadonlyMap<string, ZipMember>; close(): void };

/**
 * Reads the table of contents of a zip file. Names are taken as they are: nothing is written to disk, so a name
 * that climbs out of its folder is only a name. Of two members with one name the last counts, as when unpacking.
 * Throws Failure `bad-zip` if the file is damaged or its contents list is encrypted.
 */
export async function openZip(path: string, shownAs: string): Promise<ZipArchive> {
  let zip: ZipFile | null = null;
  try {
    const opened = await openPromise(path, { autoClose: false, lazyEntries: true, decodeStrings: false });
    zip = opened;
    const members = new Map<string, ZipMember>();
    for await (const entry of opened.eachEntry()) {
      const name = getFileNameLowLevel(
        entry.generalPurposeBitFlag,
        entry.fileNameRaw,
        entry.extraFields,
        false,
      );
      if (!name.endsWith("/")) members.set(name, memberOf(opened, entry, name, shownAs));
    }
    return { members, close: () => opened.close() };
  } catch (error) {
    zip?.close();
    throw zipFailure(error, shownAs);
  }
}

function memberOf(zip: ZipFile, entry: Entry, name: string, shownAs: string): ZipMember {
  return {
    name,
    size: entry.uncompressedSize,
    etag: `${entry.crc32.toString(16).padStart(8, "0")}-${entry.uncompressedSize}`,
    lastModified: entry.getLastModDate({ timezone: "UTC" }).getTime(),
    async open() {
      const place = `${shownAs}!/${name}`;
      if (entry.isEncrypted()) {
        throw new Failure("bad-zip", `${place} is encrypted with a password.`, {
          remedy: "Unpack the archive with its password and load the files.",
        });
      }
      try {
        return checked(await zip.openReadStreamPromise(entry), entry, place);
      } catch (error) {
        throw zipFailure(error, place);
      }
    },
  };
}

/** Passes the bytes on and compares them with the checksum at the end: the library checks lengths only. */
function checked(packed: Readable, entry: Entry, place: string): Readable {
  let sum = 0;
  const check = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sum = crc32(chunk, sum);
      done(null, chunk);
    },
    flush(done) {
      done(sum === entry.crc32 ? null : new Error("its checksum does not fit"));
    },
    destroy(error, done) {
      done(error === null || isFailure(error) ? error : zipFailure(error, place));
    },
  });
  // Errors reach the reader through `check`, which the pipeline destroys with them.
  pipeline(packed, check, () => undefined);
  return check;
}

function zipFailure(error: unknown, place: string): Failure {
  if (isFailure(error)) return error;
  const said = error instanceof Error ? error.message : String(error);
  const isEncrypted = /encrypt/i.test(said);
  return new Failure(
    "bad-zip",
    isEncrypted ? `${place} is encrypted.` : `${place} is damaged or no zip file: ${said}`,
    {
      remedy: isEncrypted
        ? "Unpack it with its password and load the files."
        : "Copy or download it again, or unpack it and load the files.",
      cause: error,
    },
  );
}
