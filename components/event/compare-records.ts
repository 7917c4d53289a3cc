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

/** What was compared, and what of it there is a line for. */
export type Comparison = {
  readonly lines: readonly Line[];
  /** How many values were compared and have no line, since a page cannot show all of a huge record. */
  readonly left: { readonly different: number; readonly equal: number };
};

/** Lines of a comparison at most. Everything is compared, however much it is. */
const MOST_DIFFERENT = 2_000;
const MOST_EQUAL = 1_000;

/**
 * Records leaf by leaf, aligned by path. Lines stand in the order of the first record that has them, each after the
 * line that it follows there. `null` for a record that could not be read.
 */
export function compareRecords(records: readonly (JsonNode | null)[]): Comparison {
  const found = records.map((record) => (record === null ? new Map<string, Found>() : leavesOf(record)));
  const paths = [...new Set(found.flatMap((leaves) => [...leaves.keys()]))];
  const lines = new Map(paths.map((path) => [path, lineAt(path, found)]));
  const all = [...lines.values()];
  const different = all.filter((line) => !line.isSame);
  const equal = all.filter((line) => line.isSame);
  const shown = new Set([...different.slice(0, MOST_DIFFERENT), ...equal.slice(0, MOST_EQUAL)]);
  const isShown = (path: string) => {
    const line = lines.get(path);
    return line !== undefined && shown.has(line);
  };
  return {
    lines: aligned(found.map((leaves) => [...leaves.keys()].filter(isShown))).flatMap(
      (path) => lines.get(path) ?? [],
    ),
    left: {
      different: Math.max(0, different.length - MOST_DIFFERENT),
      equal: Math.max(0, equal.length - MOST_EQUAL),
    },
  };
}

function lineAt(path: string, found: readonly ReadonlyMap<string, Found>[]): Line {
  const cells = found.map((leaves) => leaves.get(path)?.cell ?? null);
  const searchPath = found.find((leaves) => leaves.has(path))?.get(path)?.searchPath ?? path;
  return { path, searchPath, cells, isSame: isSame(cells) };
}

/** The paths of all, each once. */
function aligned(records: readonly (readonly string[])[]): readonly string[] {
  const order: string[] = [];
  const known = new Set<string>();
  for (const paths of records) {
    let at = 0;
    for (const path of paths) {
      if (known.has(path)) {
        at = order.indexOf(path, at) + 1 || at;
        continue;
      }
      order.splice(at, 0, path);
      known.add(path);
      at += 1;
    }
  }
  return order;
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
