import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { readObjectKey } from "#lib/cloudtrail/object-key.ts";
import { Failure, isFailure } from "#lib/server/failure.ts";

/** A file on its way in. `name` is whatever the sender claims; `body` is read to its end before the next file comes. */
export type IncomingFile = { readonly name: string; readonly body: AsyncIterable<Uint8Array> };

export type StoredUpload = {
  /** The folder below `uploads/`. */
  readonly uploadId: string;
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
  /** Files that were not taken. `reason` is a sentence without its full stop. */
  readonly refused: readonly { readonly name: string; readonly reason: string }[];
};

/** Of all files of one upload. */
export const MOST_UPLOAD_BYTES = 2 * 1024 ** 3;
const MOST_FILES = 10_000;
const LONGEST_NAME = 180;

/**
 * Writes files to `uploads/<id>/` in the data folder, the whole upload or nothing: they lie beside that folder
 * until the last byte is there, so that no run sees half of a file. Throws Failure: too-large, bad-request where
 * none of them can be a log file.
 */
export async function storeUpload(
  dataFolder: string,
  files: AsyncIterable<IncomingFile>,
  limit: number = MOST_UPLOAD_BYTES,
): Promise<StoredUpload> {
  const uploadId = randomUUID();
  const staging = join(dataFolder, "incoming", uploadId);
  await mkdir(staging, { recursive: true });
  try {
    const { stored, refused } = await writeAll(staging, files, limit);
    if (stored.length === 0) throw nothingToTake(refused);
    await mkdir(join(dataFolder, "uploads"), { recursive: true });
    await rename(staging, join(dataFolder, "uploads", uploadId));
    return { uploadId, files: stored, refused };
  } catch (error) {
    await rm(staging, { recursive: true, force: true });
    throw isDiskFull(error) ? diskFull(error) : error;
  }
}

async function writeAll(folder: string, files: AsyncIterable<IncomingFile>, limit: number) {
  const stored: { name: string; bytes: number }[] = [];
  const refused: { name: string; reason: string }[] = [];
  const used = new Set<string>();
  let left = limit;
  for await (const file of files) {
    const name = safeName(file.name);
    const reason = whyNotALog(name);
    if (reason !== null) {
      refused.push({ name, reason });
      await drain(file.body);
      continue;
    }
    if (stored.length === MOST_FILES) throw tooLarge(`more than ${MOST_FILES} files`);
    const free = freeName(name, used);
    if (free !== name) await mkdir(join(folder, dirname(free)), { recursive: true });
    const bytes = await writeOne(join(folder, free), file.body, left, limit);
    left -= bytes;
    stored.push({ name: free, bytes });
  }
  return { stored, refused };
}

async function writeOne(
  path: string,
  body: AsyncIterable<Uint8Array>,
  left: number,
  limit: number,
): Promise<number> {
  let bytes = 0;
  const counted = async function* () {
    for await (const chunk of body) {
      bytes += chunk.length;
      if (bytes > left) throw tooLarge(`more than ${Math.round(limit / 1024 ** 2)} MiB in all`);
      yield chunk;
    }
  };
  await pipeline(counted(), createWriteStream(path, { flags: "wx" }));
  return bytes;
}

/** Why a file of this name cannot be a log file; null where it may be. */
function whyNotALog(name: string): string | null {
  if (/\.zip$/i.test(name)) return null;
  const reading = readObjectKey(name);
  switch (reading.kind) {
    case "log":
    case "unplaced":
      return null;
    case "digest":
      return "A digest file: it proves log files and holds no events";
    case "folder-marker":
      return "A folder marker without content";
    case "other":
      return reading.reason;
  }
}

/**
 * The last part of a claimed name, in characters that mean nothing to a file system or a terminal. What CloudTrail
 * puts into the names of its files passes unchanged, since account, region and day are read from them.
 */
export function safeName(claimed: string): string {
  const last = basename(claimed.replaceAll("\\", "/"))
    .normalize("NFC")
    .replace(/[^\p{L}\p{N}._ +=@-]/gu, "_")
    .replace(/^[.\s]+/, "_");
  const name = last === "" ? "_" : last;
  // The end is kept: it says what the file is.
  return name.length <= LONGEST_NAME ? name : name.slice(-LONGEST_NAME).replace(/^[.\s]+/, "_");
}

/**
 * Two files of one name, from two folders: the second goes into a folder of its own, since account, region and day
 * are read from the whole name. Case does not tell files apart everywhere.
 */
function freeName(name: string, used: Set<string>): string {
  let free = name;
  for (let number = 2; used.has(free.toLowerCase()); number++) free = `${number}/${name}`;
  used.add(free.toLowerCase());
  return free;
}

async function drain(body: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const _ of body);
}

function nothingToTake(refused: StoredUpload["refused"]): Failure {
  const [first] = refused;
  const what = first === undefined ? "No file came." : `${first.name} is no log file: ${first.reason}.`;
  return new Failure("bad-request", refused.length > 1 ? `None of the files is a log file. ${what}` : what, {
    remedy: "Log files end in .json.gz, .json, .jsonl or .ndjson; a .zip of them will do.",
  });
}

function tooLarge(what: string): Failure {
  return new Failure("too-large", `An upload may not hold ${what}; nothing of it was kept.`, {
    remedy: "Upload it in parts, or read it from its place: npx waymark ingest ./folder",
  });
}

function isDiskFull(error: unknown): boolean {
  return error instanceof Error && "code" in error && (error.code === "ENOSPC" || error.code === "EDQUOT");
}

function diskFull(cause: unknown): Failure {
  if (isFailure(cause)) return cause;
  return new Failure(
    "too-large",
    "There is no room left on the disk for this upload; nothing of it was kept.",
    {
      remedy: "Free some space where WAYMARK_DATA lies, or upload less.",
      cause,
    },
  );
}
