import { compareKeys } from "#lib/base/compare-keys.ts";
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
  readonly accounts: readonly string[];
  readonly regions: readonly string[];
  /** What was not looked into folder by folder, as a sentence; null if everything was. Nothing is lost by it: those folders are flat streams. */
  readonly limit: string | null;
};

export type DiscoveryBounds = {
  /** Lists at the same time. */
  readonly parallel: number;
  readonly lists: number;
  /** Folders below the prefix. */
  readonly depth: number;
  /** A folder of an unknown layout with more objects than this is a stream, not a heap of strays. */
  readonly objectsPerFolder: number;
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
  const found: Findings = { streams: [], setAside: [], strays: [], unexplored: [] };
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
  const listing = await store.listFolder(folder, signal);
  const isWholeName = folder === "" || folder.endsWith("/");
  if (!isWholeName && listing.folders.includes(`${folder}/`)) {
    // "AWSLogs" means the folder AWSLogs/, not also AWSLogs-old/.
    return settleKnown([`${folder}/`], found);
  }
  const tooMany =
    listing.objects.length > bounds.objectsPerFolder ||
    found.strays.length + listing.objects.length > bounds.strays;
  const kind = findStreamFolders(folder, listing.folders);
  if (kind.kind === "flat" || (tooMany && listing.folders.length === 0)) {
    found.streams.push(flatStream(folder));
    return [];
  }
  found.strays.push(...listing.objects);
  found.streams.push(...kind.streams);
  return settleKnown(kind.rest, found);
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
    limit:
      found.unexplored.length === 0
        ? null
        : `The search stopped at ${bounds.lists} lists or ${bounds.depth} levels; ${found.unexplored.length} folders are listed whole each time. Give a longer prefix to make that faster.`,
  };
}
