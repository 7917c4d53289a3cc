import { isoDay } from "#lib/base/iso-time.ts";
import type { LogStore } from "#lib/base/log-store.ts";
import { readObjectKey } from "#lib/cloudtrail/object-key.ts";
import { type Stream, splitDateTail } from "#lib/ingest/stream.ts";

export type StreamProbe = {
  /** First and last day of delivery that has a folder, `YYYY-MM-DD`; null where the keys tell no date. */
  readonly oldest: string | null;
  readonly newest: string | null;
  /** What one recent day holds, to estimate from; null where there is no day to look at. */
  readonly sample: {
    readonly day: string;
    readonly objects: number;
    readonly bytes: number;
    /** False if the day holds more than was looked at. */
    readonly isWhole: boolean;
  } | null;
};

/** At most this many pages of the sampled day are listed. */
const SAMPLE_PAGES = 5;

/**
 * A cheap look at one stream: about a dozen lists, whatever its size. The days are read from the folders from
 * the top, so the newest is found without listing what is before it. Throws Failure as the store does.
 */
export async function probeStream(
  store: LogStore,
  stream: Stream,
  signal: AbortSignal,
): Promise<StreamProbe> {
  if (stream.folder === "flat") return { oldest: null, newest: null, sample: null };
  const { root, tail } = splitDateTail(stream.prefix);
  const oldest = await edgeDay(store, root, tail, "first", signal);
  const newest = oldest === null ? null : await edgeDay(store, root, tail, "last", signal);
  if (oldest === null || newest === null) return { oldest, newest, sample: null };
  // The newest day is still being written; the one before it is whole.
  const before = dayBefore(newest);
  const day = before >= oldest && `${before.replaceAll("-", "/")}/`.startsWith(tail) ? before : newest;
  const sample = await sampleDay(store, root, day, signal);
  return {
    oldest,
    newest,
    sample: sample.objects === 0 && day !== newest ? await sampleDay(store, root, newest, signal) : sample,
  };
}

/**
 * Walks year, month and day folders down one edge. An empty branch (its objects expired while we looked) gives null.
 */
async function edgeDay(
  store: LogStore,
  root: string,
  tail: string,
  edge: "first" | "last",
  signal: AbortSignal,
): Promise<string | null> {
  let path = tail;
  while (path.length < "YYYY/MM/DD/".length) {
    const { folders } = await store.listFolder(root + path, signal);
    const width = path === "" ? 4 : 2;
    const parts = folders
      .map((folder) => folder.slice((root + path).length, -1))
      .filter((name) => name.length === width && /^\d+$/.test(name));
    const part = parts.toSorted().at(edge === "first" ? 0 : -1);
    if (part === undefined) return null;
    path += `${part}/`;
  }
  return path.slice(0, -1).replaceAll("/", "-");
}

async function sampleDay(
  store: LogStore,
  root: string,
  day: string,
  signal: AbortSignal,
): Promise<NonNullable<StreamProbe["sample"]>> {
  let objects = 0;
  let bytes = 0;
  let pages = 0;
  for await (const page of store.listObjects(`${root}${day.replaceAll("-", "/")}/`, null, signal)) {
    if (pages === SAMPLE_PAGES) return { day, objects, bytes, isWhole: false };
    pages += 1;
    for (const { key, size } of page) {
      const { kind } = readObjectKey(key);
      if (kind !== "log" && kind !== "unplaced") continue;
      objects += 1;
      bytes += size;
    }
  }
  return { day, objects, bytes, isWhole: true };
}

function dayBefore(day: string): string {
  return isoDay(Date.parse(`${day}T00:00:00Z`) - 86_400_000);
}
