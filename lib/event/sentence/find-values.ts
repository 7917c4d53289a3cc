import { leafText } from "#lib/base/json-node.ts";
import type { JsonNode } from "#lib/base/json-text.ts";
import type { Path } from "#lib/event/sentence/template.ts";

/** A value of the record, and the path that the query language takes to it. */
export type FoundValue = { readonly path: string; readonly value: string };

/** More of one kind are counted, not read: a hostile record can name a million. */
const MOST_VALUES = 1_000;

/**
 * The distinct leaves that a path leads to, through arrays, without regard to the case of keys; empty texts are none.
 */
export function findValues(record: JsonNode | null, path: Path): readonly FoundValue[] {
  const found = new Map<string, FoundValue>();
  if (record !== null) collect(record, path, [], found);
  return [...found.values()];
}

function collect(
  node: JsonNode,
  path: Path,
  walked: readonly string[],
  found: Map<string, FoundValue>,
): void {
  if (found.size >= MOST_VALUES) return;
  if (node.kind === "array") {
    for (const item of node.items) collect(item, path, walked, found);
    return;
  }
  const [key, ...rest] = path;
  if (key === undefined) {
    const value = leafText(node);
    if (value !== null && value.trim() !== "" && !found.has(value))
      found.set(value, { path: walked.join("."), value });
    return;
  }
  if (node.kind !== "object") return;
  const wanted = key.toLowerCase();
  for (const entry of node.entries) {
    if (entry.key.toLowerCase() === wanted) collect(entry.value, rest, [...walked, entry.key], found);
  }
}
