import type { JsonNode } from "#lib/base/json-text.ts";

/** Looking things up in a tree of JSON, apart from reading one: lists do the first without the second. */

/** The node at a path of keys, such as `tlsDetails`, `tlsVersion`; null where there is none. */
export function nodeAt(node: JsonNode | null, ...path: readonly string[]): JsonNode | null {
  let at = node;
  for (const key of path) {
    if (at?.kind !== "object") return null;
    at = at.entries.find((entry) => entry.key === key)?.value ?? null;
  }
  return at;
}

/** The leaf at a path as text; null where there is none, or where it is null or not a leaf. */
export function leafAt(node: JsonNode | null, ...path: readonly string[]): string | null {
  return leafText(nodeAt(node, ...path));
}

/** A leaf as text, a string without its quotes; null for a branch, null and nothing. */
export function leafText(leaf: JsonNode | null): string | null {
  if (leaf?.kind === "string") return leaf.value;
  if (leaf?.kind === "number") return leaf.text;
  return leaf?.kind === "word" && leaf.text !== "null" ? leaf.text : null;
}
