import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export type TemporaryTree = { readonly root: string; path(key: string): string; remove(): void };

/** A folder of its own with these files; a file given without content holds its own key. */
export function makeTree(
  files: readonly (string | readonly [key: string, content: string | Buffer])[],
): TemporaryTree {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "waymark-tree-")));
  const path = (key: string): string => join(root, ...key.split("/"));
  for (const file of files) {
    const [key, content] = typeof file === "string" ? [file, file] : file;
    mkdirSync(dirname(path(key)), { recursive: true });
    writeFileSync(path(key), content);
  }
  return { root, path, remove: () => rmSync(root, { recursive: true, force: true }) };
}
