import { leafText } from "#lib/base/json-node.ts";
import type { JsonNode } from "#lib/base/json-text.ts";

/** A value of one of the things that are compared; null: it has none there. */
export type Cell = { readonly text: string; readonly isQuoted: boolean } | null;

/** One line of a comparison: what stands at one place in each. */
export type Line = {
  /** With places in arrays: `requestParameters.items[0].instanceId`. */
  readonly path: string;
  /** As the query language takes it: without them. */
  readonly searchPath: string;
  /** One for each, in their order. */
  readonly cells: readonly Cell[];
  readonly isSame: boolean;
};

/** Leaves that are compared of one record; the rest of a huge one is left out. */
const MOST_LEAVES = 3_000;

/**
 * Records leaf by leaf, aligned by path. Lines stand in the order of the first record that has them, each after the
 * line that it follows there. `null` for a record that could not be read.
 */
export function compareRecords(records: readonly (JsonNode | null)[]): readonly Line[] {
  const order: string[] = [];
  const found = records.map((record) => (record === null ? new Map<string, Found>() : leavesOf(record)));
  const known = new Set<string>();
  for (const leaves of found) {
    let at = 0;
    for (const path of leaves.keys()) {
      if (known.has(path)) {
        at = order.indexOf(path, at) + 1 || at;
        continue;
      }
      order.splice(at, 0, path);
      known.add(path);
      at += 1;
    }
  }
  return order.map((path) => {
    const cells = found.map((leaves) => leaves.get(path)?.cell ?? null);
    const searchPath = found.flatMap((leaves) => leaves.get(path)?.searchPath ?? [])[0] ?? path;
    return { path, searchPath, cells, isSame: isSame(cells) };
  });
}

/** One line of values that are texts already. */
export function lineOf(path: string, values: readonly (string | null)[]): Line {
  const cells = values.map((text) => (text === null || text === "" ? null : { text, isQuoted: false }));
  return { path, searchPath: path, cells, isSame: isSame(cells) };
}

function isSame([first, ...others]: readonly Cell[]): boolean {
  return others.every((cell) => cell?.text === first?.text && cell?.isQuoted === first?.isQuoted);
}

type Found = { readonly searchPath: string; readonly cell: Cell };

function leavesOf(record: JsonNode): ReadonlyMap<string, Found> {
  const leaves = new Map<string, Found>();
  collect(record, "", "", leaves);
  return leaves;
}

function collect(node: JsonNode, path: string, searchPath: string, leaves: Map<string, Found>): void {
  if (leaves.size >= MOST_LEAVES) return;
  if (node.kind === "object" && node.entries.length > 0) {
    for (const { key, value } of node.entries) {
      collect(value, joined(path, key), joined(searchPath, key), leaves);
    }
    return;
  }
  if (node.kind === "array" && node.items.length > 0) {
    node.items.forEach((item, index) => {
      collect(item, `${path}[${index}]`, searchPath, leaves);
    });
    return;
  }
  if (path === "") return;
  const text = node.kind === "object" ? "{}" : node.kind === "array" ? "[]" : (leafText(node) ?? "null");
  // A key that a record repeats is told by its last value, as everybody else reads it.
  leaves.set(path, { searchPath, cell: { text, isQuoted: node.kind === "string" } });
}

function joined(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}
