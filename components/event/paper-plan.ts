import type { JsonNode } from "#lib/base/json-text.ts";

/** What of a record goes on paper. */
export type PaperPlan = {
  /** How many children of each branch; a branch that is absent stays folded. */
  readonly children: ReadonlyMap<JsonNode, number>;
  /** Lines that are left out. */
  readonly left: number;
};

/** The first lines of a record as a tree, so many at most: a line for each key, place or value, in their order. */
export function planPaper(root: JsonNode, most: number): PaperPlan {
  const children = new Map<JsonNode, number>();
  let lines = 0;
  const visit = (node: JsonNode) => {
    const nodes = nodesIn(node);
    if (nodes.length === 0) return;
    const room = lines < most;
    let shown = 0;
    for (const child of nodes) {
      if (lines < most) shown += 1;
      lines += 1;
      visit(child);
    }
    if (room) children.set(node, shown);
  };
  visit(root);
  return { children, left: Math.max(0, lines - most) };
}

function nodesIn(node: JsonNode): readonly JsonNode[] {
  if (node.kind === "array") return node.items;
  return node.kind === "object" ? node.entries.map(({ value }) => value) : [];
}
