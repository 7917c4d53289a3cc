import { compareKeys } from "#lib/base/compare-keys.ts";
import { folderPages } from "#lib/base/folder-pages.ts";
import type { LogObject, LogStore } from "#lib/base/log-store.ts";
import { mapParallel } from "#lib/base/map-parallel.ts";
import { classifyPrefix, findStreamFolders, flatStream } from "#lib/ingest/classify-prefix.ts";
import type { Stream } from "#lib/ingest/stream.ts";
import { Failure } from "#lib/server/failure.ts";

export type SetAside = { readonly prefix: string; readonly why: string };

export type Discovery = {
  /** In key order; no two overlap. */
  readonly streams: readonly Stream[];
  /** Folders that hold something else, not looked into. `why` is a sentence without its full stop. */
  readonly setAside: readonly SetAside[];
  /** Objects beside the streams, in key order: tried or skipped by their keys, one by one. */
  readonly strays: readonly LogObject[];
  /**
   * Folders with streams or folders below and more objects beside those than can be held: a run lists these by the
   * page.
   */
  readonly heaps: readonly string[];
  readonly accounts: readonly string[];
  readonly regions: readonly string[];
  /**
   * What was not looked into folder by folder or object by object, as sentences; null if everything was. Nothing is
   * lost by it: a run lists those places.
   */
  readonly limit: string | null;
};

export type DiscoveryBounds = {
  /** Lists at the same time. */
  readonly parallel: number;
  readonly lists: number;
  /** Folders below the prefix. */
  readonly depth: number;
  /** A folder with more objects than this is a stream or, where there are folders beside them, a heap. */
  readonly objectsPerFolder: number;
  /** Held in all. */
  readonly strays: number;
};

const BOUNDS: DiscoveryBounds = {
  parallel: 8,
  lists: 20_000,
  depth: 12,
  objectsPerFolder: 1000,
  strays: 20_000,
};

type Findings = {
  readonly streams: Stream[];
  readonly setAside: SetAside[];
  readonly strays: LogObject[];
  readonly heaps: string[];
  readonly unexplored: string[];
};

/**
 * Finds the streams below a prefix, wherever it points: above AWSLogs, at an account, a region, a date, or the
 * beginning of a name. Walks level by level and stops at every folder it recognises, so the number of lists
 * grows with accounts × regions and not with days. Throws Failure as the store does.
 */
export async function discover(
  store: LogStore,
  prefix: string,
  signal: AbortSignal,
  changes: Partial<DiscoveryBounds> = {},
): Promise<Discovery> {
  const bounds = { ...BOUNDS, ...changes };
  const found: Findings = { streams: [], setAside: [], strays: [], heaps: [], unexplored: [] };
  let level = settleKnown([prefix], found);
  let lists = 0;
  for (let depth = 0; level.length > 0; depth += 1) {
    const affordable = depth >= bounds.depth ? 0 : Math.min(level.length, bounds.lists - lists);
    found.unexplored.push(...level.slice(affordable));
    const nextLevels = await mapParallel(level.slice(0, affordable), bounds.parallel, (folder) => {
      if (signal.aborted) throw new Failure("cancelled", "The search for log objects was cancelled.");
      return exploreFolder(store, folder, found, bounds, signal);
    });
    lists += affordable;
    level = nextLevels.flat();
  }
  found.streams.push(...found.unexplored.map(flatStream));
  return summarise(found, bounds);
}

/** Takes one folder's content into the findings, and gives the folders below that need a look of their own. */
async function exploreFolder(
  store: LogStore,
  folder: string,
  found: Findings,
  bounds: DiscoveryBounds,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const level = await readLevel(store, folder, bounds, signal);
  const isWholeName = folder === "" || folder.endsWith("/");
  if (!isWholeName && level.folders.includes(`${folder}/`)) {
    // "AWSLogs" means the folder AWSLogs/, not also AWSLogs-old/.
    return settleKnown([`${folder}/`], found);
  }
  const tooMany = level.objects === null || found.strays.length + level.objects.length > bounds.strays;
  const kind = findStreamFolders(folder, level.folders);
  if (kind.kind === "flat" || (tooMany && level.folders.length === 0)) {
    found.streams.push(flatStream(folder));
    return [];
  }
  if (level.objects === null || tooMany) found.heaps.push(folder);
  else found.strays.push(...level.objects);
  found.streams.push(...kind.streams);
  return settleKnown(kind.rest, found);
}

type Level = {
  readonly folders: readonly string[];
  /** null: more than a folder may have. */
  readonly objects: readonly LogObject[] | null;
};

async function readLevel(
  store: LogStore,
  folder: string,
  { objectsPerFolder }: DiscoveryBounds,
  signal: AbortSignal,
): Promise<Level> {
  const folders: string[] = [];
  let objects: LogObject[] | null = [];
  for await (const page of folderPages(store, folder, signal)) {
    for (const one of page.folders) folders.push(one);
    if (objects === null) continue;
    objects = objects.length + page.objects.length > objectsPerFolder ? null : [...objects, ...page.objects];
  }
  return { folders, objects };
}

/** Sorts out the prefixes whose names tell enough, and gives the others. */
function settleKnown(prefixes: readonly string[], found: Findings): readonly string[] {
  return prefixes.filter((prefix) => {
    const known = classifyPrefix(prefix);
    if (known.kind === "stream") found.streams.push(known.stream);
    if (known.kind === "set-aside") found.setAside.push({ prefix, why: known.why });
    return known.kind === "unknown";
  });
}

function summarise(found: Findings, bounds: DiscoveryBounds): Discovery {
  const present = (values: readonly (string | null)[]): readonly string[] =>
    [...new Set(values)].filter((value) => value !== null).toSorted();
  const byPrefix = (a: { prefix: string }, b: { prefix: string }): number => compareKeys(a.prefix, b.prefix);
  return {
    streams: found.streams.toSorted(byPrefix),
    setAside: found.setAside.toSorted(byPrefix),
    strays: found.strays.toSorted((a, b) => compareKeys(a.key, b.key)),
    accounts: present(found.streams.map(({ account }) => account)),
    regions: present(found.streams.map(({ region }) => region)),
    heaps: found.heaps.toSorted(compareKeys),
    limit: sayLimits(found, bounds),
  };
}

function sayLimits({ unexplored, heaps }: Findings, bounds: DiscoveryBounds): string | null {
  const said: string[] = [];
  if (unexplored.length > 0) {
    said.push(
      `The search stopped at ${bounds.lists} lists or ${bounds.depth} levels; ${unexplored.length} folders are listed whole each time.`,
    );
  }
  if (heaps.length > 0) {
    const [first] = heaps.toSorted(compareKeys);
    const where = first === "" ? "the top of the bucket" : first;
    const others = heaps.length === 1 ? "" : ` and ${heaps.length - 1} more`;
    said.push(
      `More objects lie beside the folders of ${where}${others} than were looked at; they are listed each time.`,
    );
  }
  return said.length === 0 ? null : [...said, "Give a longer prefix to make that faster."].join(" ");
}
