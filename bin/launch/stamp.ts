import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

const NOT_BUILT = /\.test\.tsx?$|\/testing\/|\/generated\/|\/\.DS_Store$/;

/**
 * One hash over the names and contents of files and, recursively, folders below `root`; absent ones count as
 * empty. Tests are left out: they are not part of what is built. `extra` is whatever else the result depends on.
 */
export function hashInputs(root: string, inputs: readonly string[], extra: readonly string[] = []): string {
  const hash = createHash("sha256");
  for (const input of inputs) {
    for (const file of filesBelow(join(root, input))) {
      hash
        .update(`${relative(root, file)}\0`)
        .update(readFileSync(file))
        .update("\0");
    }
  }
  for (const text of extra) hash.update(`${text}\0`);
  return hash.digest("hex");
}

function filesBelow(path: string): readonly string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined || NOT_BUILT.test(`${path}${found.isDirectory() ? "/" : ""}`)) return [];
  if (!found.isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}

/** True if `file` says that its neighbours were made from exactly these inputs. */
export function hasStamp(file: string, hash: string): boolean {
  return statSync(file, { throwIfNoEntry: false }) !== undefined && readFileSync(file, "utf8") === hash;
}

export function writeStamp(file: string, hash: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, hash);
}
