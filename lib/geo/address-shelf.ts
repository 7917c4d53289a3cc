import { readFile, stat } from "node:fs/promises";
import { type AddressBook, addressBook } from "#lib/geo/address-book.ts";
import {
  type AddressContent,
  type AddressFile,
  type AddressSettings,
  addressFiles,
  readContent,
  wrongFile,
} from "#lib/geo/address-files.ts";
import { whyUnread } from "#lib/geo/check-address-files.ts";

/**
 * The files about addresses, read again whenever they change on disk. A look-up first looks at their times, at most
 * every two seconds. A file that cannot be read any more, as one that is just being written over, is used as it was
 * before; one that was taken out of the data folder is used no longer.
 */
export type AddressShelf = { readonly book: (now: number) => Promise<AddressBook> };

const LOOK_EVERY_MS = 2_000;

type Kept = {
  readonly file: AddressFile;
  /** Another where the file was replaced or written to. */
  readonly mark: string;
  readonly content: AddressContent | null;
};

/** @param warn takes a sentence about a file that cannot be used, once for each state of it */
export function openShelf(settings: AddressSettings, warn: (sentence: string) => void): AddressShelf {
  let kept: ReadonlyMap<string, Kept> = new Map();
  let book = addressBook([]);
  let lookedAt = Number.NEGATIVE_INFINITY;
  let looking: Promise<void> | null = null;

  async function look(): Promise<void> {
    const before = kept;
    const found = await Promise.all(
      addressFiles(settings).map((file) => take(file, before.get(file.path), warn)),
    );
    kept = new Map(found.map((one) => [one.file.path, one]));
    const isSame = kept.size === before.size && found.every((one) => one === before.get(one.file.path));
    if (!isSame) book = addressBook(found.flatMap(({ content }) => content ?? []));
  }

  return {
    async book(now) {
      if (now - lookedAt >= LOOK_EVERY_MS) {
        looking ??= look().finally(() => {
          looking = null;
          lookedAt = now;
        });
        await looking;
      }
      return book;
    },
  };
}

async function take(
  file: AddressFile,
  before: Kept | undefined,
  warn: (sentence: string) => void,
): Promise<Kept> {
  const mark = await markOf(file.path);
  if (mark === before?.mark) return before;
  const content = await tryRead(file);
  if (!("wrong" in content)) return { file, mark, content };
  warn(wrongFile(file, content.wrong));
  return { file, mark, content: before?.content ?? null };
}

async function markOf(path: string): Promise<string> {
  try {
    const { mtimeMs, size, ino } = await stat(path);
    return `${mtimeMs} ${size} ${ino}`;
  } catch (error) {
    return whyUnread(error);
  }
}

async function tryRead(file: AddressFile): Promise<AddressContent | { readonly wrong: string }> {
  try {
    return readContent(file, await readFile(file.path));
  } catch (error) {
    return { wrong: whyUnread(error) };
  }
}
