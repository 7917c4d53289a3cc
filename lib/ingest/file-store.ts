import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { compareKeys } from "#lib/base/compare-keys.ts";
import type { LogObject, LogStore } from "#lib/base/log-store.ts";
import { type FileTree, fileFailure, openFileTree, type TreeNode } from "#lib/ingest/file-tree.ts";
import { openZip, type ZipArchive } from "#lib/ingest/zip-archive.ts";
import { Failure, isFailure } from "#lib/server/failure.ts";

/** What lies directly in a folder of the store, under its whole key; folders end in `/`. */
type Child =
  | { readonly kind: "folder"; readonly key: string }
  | { readonly kind: "object"; readonly object: LogObject };

/** Parts the name of an archive from the path inside it. */
const INSIDE = "!/";
/**
 * The one object an unreadable archive shows: as JSON by its name, so that opening is tried and tells what is wrong.
 */
const UNREADABLE = "*.json.gz";
const PAGE = 1000;

/**
 * Files and folders on disk as a LogStore. Keys are paths relative to the deepest folder that holds all that was
 * given (a single folder is itself the base). A zip is a folder: `archive.zip!/inner/path.json.gz`. Every file is
 * listed, whatever it is; which are log objects, the plan tells.
 */
export function createFileStore(paths: readonly string[]): LogStore {
  let opening: Promise<FileTree> | null = null;
  const archives = new Map<string, Promise<ZipArchive>>();

  const tree = (): Promise<FileTree> => {
    opening ??= openFileTree(paths);
    return opening;
  };

  /** An archive stays open, since its members are read one by one; another version of the file is opened anew. */
  const archiveOf = ({ path, key, stats }: TreeNode): Promise<ZipArchive> => {
    const version = `${path}\0${stats.size}\0${stats.mtimeMs}`;
    const archive = archives.get(version) ?? openZip(path, key);
    archives.set(version, archive);
    return archive;
  };

  async function children(folder: string): Promise<readonly Child[]> {
    const [archiveKey, inside] = splitArchive(folder);
    if (archiveKey === null) {
      const nodes = await (await tree()).children(folder === "" ? "" : folder.slice(0, -1));
      return nodes.map(toChild);
    }
    const node = await (await tree()).find(archiveKey);
    return node === null ? [] : membersIn(await membersOf(node, archiveOf), inside);
  }

  return {
    async listFolder(prefix, signal) {
      stopIfAborted(signal);
      const found = await matching(prefix, children);
      return {
        folders: found.flatMap((child) => (child.kind === "folder" ? [child.key] : [])),
        objects: found.flatMap((child) => (child.kind === "object" ? [child.object] : [])),
      };
    },
    async *listObjects(prefix, startAfter, signal) {
      let page: LogObject[] = [];
      for await (const object of walk(await matching(prefix, children), startAfter, children, signal)) {
        page.push(object);
        if (page.length < PAGE) continue;
        yield page;
        page = [];
      }
      if (page.length > 0) yield page;
    },
    async open({ key }, signal) {
      stopIfAborted(signal);
      const [archiveKey, inside] = splitArchive(key);
      const node = await (await tree()).find(archiveKey ?? key);
      if (node === null || node.kind === "folder") throw gone(key);
      if (archiveKey === null) return readFile(node, signal);
      const member = (await archiveOf(node)).members.get(inside);
      if (member === undefined) throw gone(key);
      return stopWith(await member.open(), signal);
    },
    close() {
      for (const archive of archives.values()) {
        // One that could not be opened has nothing to close.
        archive.then(({ close }) => close()).catch(() => undefined);
      }
      archives.clear();
    },
  };
}

type Children = (folder: string) => Promise<readonly Child[]>;

async function* walk(
  level: readonly Child[],
  startAfter: string | null,
  children: Children,
  signal: AbortSignal,
): AsyncGenerator<LogObject, void> {
  for (const child of level) {
    stopIfAborted(signal);
    const key = keyOf(child);
    const isBefore = startAfter !== null && compareKeys(key, startAfter) <= 0;
    if (child.kind === "object") {
      if (!isBefore) yield child.object;
    } else if (!isBefore || startAfter?.startsWith(key) === true) {
      yield* walk(sorted(await children(key)), startAfter, children, signal);
    }
  }
}

/** The children of the prefix's folder whose keys begin with the prefix, in key order. */
async function matching(prefix: string, children: Children): Promise<readonly Child[]> {
  const folder = prefix.slice(0, prefix.lastIndexOf("/") + 1);
  return sorted(await children(folder)).filter((child) => keyOf(child).startsWith(prefix));
}

function sorted(level: readonly Child[]): readonly Child[] {
  return level.toSorted((a, b) => compareKeys(keyOf(a), keyOf(b)));
}

function keyOf(child: Child): string {
  return child.kind === "folder" ? child.key : child.object.key;
}

function toChild({ kind, key, stats }: TreeNode): Child {
  if (kind === "folder") return { kind, key: `${key}/` };
  if (isArchive(key)) return { kind: "folder", key: key + INSIDE };
  const etag = `${stats.size}-${Math.trunc(stats.mtimeMs)}`;
  return {
    kind: "object",
    object: { key, size: stats.size, etag, lastModified: Math.trunc(stats.mtimeMs), archived: false },
  };
}

async function membersOf(
  node: TreeNode,
  archiveOf: (node: TreeNode) => Promise<ZipArchive>,
): Promise<readonly LogObject[]> {
  try {
    const { members } = await archiveOf(node);
    return [...members.values()].map(({ name, size, etag, lastModified }) => ({
      key: node.key + INSIDE + name,
      size,
      etag,
      lastModified,
      archived: false,
    }));
  } catch (error) {
    if (!isFailure(error, "bad-zip")) throw error;
    const { size, mtimeMs } = node.stats;
    const key = node.key + INSIDE + UNREADABLE;
    return [
      {
        key,
        size,
        etag: `${size}-${Math.trunc(mtimeMs)}`,
        lastModified: Math.trunc(mtimeMs),
        archived: false,
      },
    ];
  }
}

function membersIn(members: readonly LogObject[], folder: string): readonly Child[] {
  const found = new Map<string, Child>();
  for (const object of members) {
    const start = object.key.indexOf(INSIDE) + INSIDE.length;
    if (!object.key.startsWith(folder, start)) continue;
    const slash = object.key.indexOf("/", start + folder.length);
    const key = slash === -1 ? object.key : object.key.slice(0, slash + 1);
    found.set(key, slash === -1 ? { kind: "object", object } : { kind: "folder", key });
  }
  return [...found.values()];
}

/** `a/b.zip!/c/d` is ["a/b.zip", "c/d"]; a key outside every archive has null. */
function splitArchive(key: string): readonly [archive: string | null, inside: string] {
  const at = key.search(/(?<=\.zip)!\//i);
  return at === -1 ? [null, ""] : [key.slice(0, at), key.slice(at + INSIDE.length)];
}

function isArchive(key: string): boolean {
  return /\.zip$/i.test(key);
}

/** Opened before it is given out, so that a file which may not be read fails here and by its name. */
function readFile({ path }: TreeNode, signal: AbortSignal): Promise<Readable> {
  return new Promise((resolve, reject) => {
    const stream = createReadStream(path);
    stream.once("open", () => resolve(stopWith(stream, signal)));
    stream.once("error", (error) => reject(fileFailure(error, path)));
  });
}

function stopWith(stream: Readable, signal: AbortSignal): Readable {
  const stop = (): unknown => stream.destroy(cancelled());
  signal.addEventListener("abort", stop, { once: true });
  stream.once("close", () => signal.removeEventListener("abort", stop));
  if (signal.aborted) stop();
  return stream;
}

function stopIfAborted(signal: AbortSignal): void {
  if (signal.aborted) throw cancelled();
}

function cancelled(): Failure {
  return new Failure("cancelled", "The work was cancelled.");
}

function gone(key: string): Failure {
  return new Failure("no-such-object", `${key} is no longer there.`, {
    remedy: "It was moved or deleted after it was listed.",
  });
}
