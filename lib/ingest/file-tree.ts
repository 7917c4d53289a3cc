import type { Stats } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { hostname } from "node:os";
import { dirname, join, relative, resolve, sep } from "node:path";
import { Failure, isFailure } from "#lib/server/failure.ts";

/** A file or folder on disk, under the name it has in the tree. */
export type TreeNode = {
  readonly kind: "file" | "folder";
  /** Path from the tree's base, with `/`; no slash at the end. */
  readonly key: string;
  readonly path: string;
  readonly stats: Stats;
};

export type FileTree = {
  /** The nodes directly in a folder (`""` for the base); empty if there is no such folder in the tree. */
  children(folderKey: string): Promise<readonly TreeNode[]>;
  /** The node of this key; null if the tree has none. */
  find(key: string): Promise<TreeNode | null>;
};

type Root = { readonly key: string; readonly path: string; readonly isFolder: boolean };

/**
 * The given files and folders as one tree, keyed from the deepest folder that holds them all; a single folder is
 * itself the base. Symbolic links are followed unless they lead back into the tree, so nothing is met twice and
 * no loop has no end. Throws Failure: not-found for a path that does not exist, access-denied.
 */
export async function openFileTree(paths: readonly string[]): Promise<FileTree> {
  const given = await statAll(paths);
  const base = baseOf(given);
  const all = given.map(({ path, stats }) => ({
    path,
    key: keyOf(base, path),
    isFolder: stats.isDirectory(),
  }));
  const roots = all.filter(
    (root, index) =>
      !all.some(
        (other, at) =>
          (at !== index && isWithin(root.path, other.path) && root.path !== other.path) ||
          (at < index && other.path === root.path),
      ),
  );
  const realRoots = await Promise.all(roots.map(({ path }) => realpath(path)));
  return {
    children: (folderKey) => childrenOf(folderKey, base, roots, realRoots),
    async find(key) {
      const root = roots.find((one) => one.key === key || one.key === "" || key.startsWith(`${one.key}/`));
      if (root === undefined || key.split("/").includes("..")) return null;
      const path = join(base, ...key.split("/"));
      return nodeOf(path, key).catch((error: unknown) => {
        if (isFailure(error, "not-found")) return null;
        throw error;
      });
    },
  };
}

/** The absolute path of the folder from which these files and folders are keyed. Throws as openFileTree. */
export async function baseFolder(paths: readonly string[]): Promise<string> {
  return baseOf(await statAll(paths));
}

type Given = { readonly path: string; readonly stats: Stats };

function statAll(paths: readonly string[]): Promise<readonly Given[]> {
  return Promise.all(
    paths.map(async (path) => ({ path: resolve(path), stats: await statOf(resolve(path)) })),
  );
}

function baseOf(given: readonly Given[]): string {
  return commonFolder(given.map(({ path, stats }) => (stats.isDirectory() ? path : dirname(path))));
}

async function childrenOf(
  folderKey: string,
  base: string,
  roots: readonly Root[],
  realRoots: readonly string[],
): Promise<readonly TreeNode[]> {
  const below = folderKey === "" ? "" : `${folderKey}/`;
  const root = roots.find(
    (one) => one.isFolder && (one.key === "" || `${folderKey}/`.startsWith(`${one.key}/`)),
  );
  if (root !== undefined) return readFolder(join(base, ...folderKey.split("/")), below, base, realRoots);
  const names = new Set(
    roots.flatMap(({ key }) => (key.startsWith(below) ? key.slice(below.length).split("/", 1) : [])),
  );
  return Promise.all(
    [...names].map((name) => nodeOf(join(base, ...`${below}${name}`.split("/")), below + name)),
  );
}

async function readFolder(
  path: string,
  below: string,
  base: string,
  realRoots: readonly string[],
): Promise<readonly TreeNode[]> {
  const entries = await translating(path, () => readdir(path, { withFileTypes: true })).catch(
    (error: unknown) => {
      if (isFailure(error, "not-found")) return [];
      throw error;
    },
  );
  const nodes = await Promise.all(
    entries.map(async (entry) => {
      const place = join(path, entry.name);
      try {
        if (entry.isSymbolicLink() && (await leadsBack(place, path, base, realRoots))) return null;
        const node = await nodeOf(place, below + entry.name);
        return node.kind === "folder" || node.stats.isFile() ? node : null;
      } catch (error) {
        // A link to nothing, or a file deleted since the folder was read.
        if (isFailure(error, "not-found")) return null;
        throw error;
      }
    }),
  );
  return nodes.filter((node) => node !== null);
}

/** True if the link's target is met elsewhere in the tree, or holds a folder through which we came to the link. */
async function leadsBack(
  link: string,
  folder: string,
  base: string,
  realRoots: readonly string[],
): Promise<boolean> {
  const target = await translating(link, () => realpath(link));
  if (realRoots.some((root) => isWithin(target, root) || isWithin(root, target))) return true;
  for (let passed = folder; isWithin(passed, base); passed = dirname(passed)) {
    const real = await translating(passed, () => realpath(passed));
    if (isWithin(real, target)) return true;
    if (passed === base) break;
  }
  return false;
}

async function nodeOf(path: string, key: string): Promise<TreeNode> {
  const stats = await statOf(path);
  return { kind: stats.isDirectory() ? "folder" : "file", key, path, stats };
}

function statOf(path: string): Promise<Stats> {
  return translating(path, () => stat(path));
}

async function translating<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw fileFailure(error, path);
  }
}

/** What the file system says, as a Failure that names the path. */
export function fileFailure(error: unknown, path: string): Failure {
  if (isFailure(error)) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
  if (code === "ENOENT" || code === "ENOTDIR" || code === "ELOOP") {
    return new Failure("not-found", `There is no file or folder ${path}.`, {
      // A worker may look for it that runs on another machine than the files.
      remedy: `Check the path: it was looked for on ${hostname()}.`,
      cause: error,
    });
  }
  if (code === "EACCES" || code === "EPERM") {
    return new Failure("access-denied", `${path} may not be read.`, {
      remedy: "Let the user that Waymark runs as read it, or run Waymark as another user.",
      cause: error,
    });
  }
  return new Failure("unreachable", `${path} could not be read (${code}).`, { cause: error });
}

function commonFolder(folders: readonly string[]): string {
  const [first = resolve("."), ...others] = folders;
  let common = first;
  while (!others.every((folder) => isWithin(folder, common))) common = dirname(common);
  return common;
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function keyOf(base: string, path: string): string {
  return relative(base, path).split(sep).join("/");
}
