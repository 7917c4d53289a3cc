import { Readable } from "node:stream";
import type { FolderListing, LogObject, LogStore } from "#lib/base/log-store.ts";
import { DAY, midnight, SLOT, slotOf } from "#lib/sample/calendar.ts";
import type { SampleObject, Shelf } from "#lib/sample/sample-object.ts";
import { compressed, type SampleTrail } from "#lib/sample/sample-trail.ts";

/** Objects in one page of a listing, as with S3. */
const PAGE = 1000;
/** Bytes that a record and an empty object take once compressed, on average. */
const BYTES_A_RECORD = 235;
const BYTES_AN_OBJECT = 500;
const AFTER_ALL = "\uffff";

/**
 * The sample trail as a log store, without a byte on disk. Listing reads the plan only; an object is written when
 * it is opened. LogObject.size is therefore an estimate, right to about a third.
 */
export function sampleStore(trail: SampleTrail): LogStore {
  return {
    listFolder: async (prefix, signal) => {
      signal.throwIfAborted();
      return listFolder(trail, prefix);
    },
    listObjects: (prefix, startAfter, signal) => pages(trail, prefix, startAfter, signal),
    open: async (object, signal) => {
      signal.throwIfAborted();
      const [found] = inKeyOrder(trail, object.key, null);
      if (found?.key !== object.key) throw new Error(`The sample trail has no object ${object.key}.`);
      return Readable.from([Buffer.from(compressed(found))]);
    },
    close: () => undefined,
  };
}

function logObject(trail: SampleTrail, object: SampleObject): LogObject {
  return {
    key: object.key,
    size: BYTES_AN_OBJECT + object.events * BYTES_A_RECORD,
    etag: `"${trail.identity.toString(16)}-${object.events}"`,
    lastModified: object.publishedAt,
    archived: false,
  };
}

async function* pages(
  trail: SampleTrail,
  prefix: string,
  startAfter: string | null,
  signal: AbortSignal,
): AsyncIterable<readonly LogObject[]> {
  let page: LogObject[] = [];
  for (const object of inKeyOrder(trail, prefix, startAfter)) {
    page.push(logObject(trail, object));
    if (page.length < PAGE) continue;
    signal.throwIfAborted();
    yield page;
    page = [];
  }
  signal.throwIfAborted();
  if (page.length > 0) yield page;
}

/** True where keys that begin with `folder` can begin with `prefix` and come after `startAfter`. */
function mayHold(folder: string, prefix: string, startAfter: string | null): boolean {
  if (!folder.startsWith(prefix) && !prefix.startsWith(folder)) return false;
  return startAfter === null || folder + AFTER_ALL > startAfter;
}

function* inKeyOrder(trail: SampleTrail, prefix: string, startAfter: string | null): Iterable<SampleObject> {
  for (const shelf of trail.shelves) {
    if (!mayHold(shelf.prefix, prefix, startAfter)) continue;
    for (const day of days(trail)) {
      if (!mayHold(`${shelf.prefix}${shelf.dayFolder(day)}/`, prefix, startAfter)) continue;
      for (const object of objectsOn(shelf, day)) {
        if (object.key.startsWith(prefix) && (startAfter === null || object.key > startAfter)) yield object;
      }
    }
  }
}

/** The days on which something was published, as midnights. */
function* days(trail: SampleTrail): Iterable<number> {
  for (let day = midnight(trail.start); day <= trail.end; day += DAY) yield day;
}

function* objectsOn(shelf: Shelf, day: number): Iterable<SampleObject> {
  // published as the slot ends: the day's first objects come from the slot before midnight
  const first = slotOf(day) - 1;
  for (let slot = first; slot < first + DAY / SLOT; slot++) yield* shelf.objectsAt(slot);
}

function listFolder(trail: SampleTrail, prefix: string): FolderListing {
  const folders = new Set<string>();
  const objects: LogObject[] = [];
  for (const shelf of trail.shelves) {
    if (!mayHold(shelf.prefix, prefix, null)) continue;
    for (const day of days(trail)) {
      const folder = `${shelf.prefix}${shelf.dayFolder(day)}/`;
      if (!mayHold(folder, prefix, null)) continue;
      const below = childFolder(folder, prefix);
      if (below !== null && folders.has(below)) continue;
      for (const object of objectsOn(shelf, day)) {
        if (!object.key.startsWith(prefix)) continue;
        if (below === null) {
          objects.push(logObject(trail, object));
        } else {
          folders.add(below);
          break;
        }
      }
    }
  }
  return { folders: [...folders].sort(), objects };
}

/** The part of `folder` one level below `prefix`; null where the folder's objects lie directly in it. */
function childFolder(folder: string, prefix: string): string | null {
  if (prefix.length >= folder.length) return null;
  return folder.slice(0, folder.indexOf("/", prefix.length) + 1);
}
