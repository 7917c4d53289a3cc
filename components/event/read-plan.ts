import { type JsonNode, parseJsonText } from "#lib/base/json-text.ts";

/**
 * How a part of a record is laid out for reading: what is one thing stands in one line, what repeats becomes a list
 * or a small table, and the wrappers that AWS puts around lists (`items`) are left out. Every leaf keeps the path
 * that the query language takes: keys joined by dots, places in arrays left out.
 */
export type Plan =
  | ({ readonly kind: "leaf" } & LeafPlan)
  /** JSON that stands inside a text, such as a policy: its leaves have no path of their own. */
  | { readonly kind: "document"; readonly text: string; readonly of: Plan }
  | { readonly kind: "list"; readonly items: readonly LeafPlan[] }
  | {
      readonly kind: "table";
      readonly columns: readonly string[];
      /** As many cells as there are columns. */
      readonly rows: readonly (readonly (LeafPlan | null)[])[];
    }
  | { readonly kind: "fields"; readonly fields: readonly { readonly name: string; readonly plan: Plan }[] }
  | { readonly kind: "items"; readonly items: readonly Plan[] }
  /** Nested deeper than anybody reads: the record's tree has it. */
  | { readonly kind: "deep" };

export type Leaf = Exclude<JsonNode, { readonly kind: "object" | "array" }>;
/** `path`: null where a search cannot reach it. */
export type LeafPlan = { readonly node: Leaf; readonly path: string | null };

const MOST_DEEP = 6;
const MOST_COLUMNS = 6;
/** A longer text is shown as text, even if it is JSON. */
const LONGEST_DOCUMENT = 50_000;

/** The layout of a node; null for what says nothing: null, an empty object, an empty list. */
export function planReading(node: JsonNode | null, path: string): Plan | null {
  return node === null ? null : plan(node, path, 0);
}

function plan(node: JsonNode, path: string | null, depth: number): Plan | null {
  if (node.kind === "object") return planObject(node, path, depth);
  if (node.kind === "array") return planArray(node.items, path, depth);
  if (isNothing(node)) return null;
  return planDocument(node, depth) ?? { kind: "leaf", node, path };
}

function planObject(node: JsonNode & { kind: "object" }, path: string | null, depth: number): Plan | null {
  const [first, second] = node.entries;
  if (first === undefined) return null;
  if (second === undefined && /^items?$/i.test(first.key))
    return plan(first.value, below(path, first.key), depth);
  if (depth >= MOST_DEEP) return { kind: "deep" };
  const fields = node.entries.flatMap(({ key, value }) => {
    const found = plan(value, below(path, key), depth + 1);
    return found === null ? [] : [{ name: key, plan: found }];
  });
  return fields.length === 0 ? null : { kind: "fields", fields };
}

function planArray(items: readonly JsonNode[], path: string | null, depth: number): Plan | null {
  const leaves = items.flatMap((item) => soleLeaf(item, path) ?? []);
  if (leaves.length === items.length) {
    const [only] = leaves;
    if (only === undefined) return null;
    return leaves.length === 1 ? { kind: "leaf", ...only } : { kind: "list", items: leaves };
  }
  const table = planTable(items, path);
  if (table !== null) return table;
  if (depth >= MOST_DEEP) return { kind: "deep" };
  const plans = items.flatMap((item) => plan(item, path, depth + 1) ?? []);
  const [only] = plans;
  if (only === undefined) return null;
  return plans.length === 1 ? only : { kind: "items", items: plans };
}

/** A leaf, or an object that holds nothing but one. */
function soleLeaf(node: JsonNode, path: string | null): LeafPlan | null {
  if (node.kind === "array") return null;
  if (node.kind !== "object") return isNothing(node) || isDocument(node) ? null : { node, path };
  const [first, second] = node.entries;
  if (first === undefined || second !== undefined) return null;
  return soleLeaf(first.value, below(path, first.key));
}

/** Objects that hold leaves only, with few different keys. One alone reads better as fields. */
function planTable(items: readonly JsonNode[], path: string | null): Plan | null {
  if (items.length < 2) return null;
  const columns = new Set<string>();
  const rows: ReadonlyMap<string, LeafPlan>[] = [];
  for (const item of items) {
    if (item.kind !== "object") return null;
    const row = new Map<string, LeafPlan>();
    for (const { key, value } of item.entries) {
      const leaf = soleLeaf(value, below(path, key));
      if (leaf === null && !isNothing(value)) return null;
      if (leaf === null) continue;
      columns.add(key);
      row.set(key, leaf);
    }
    rows.push(row);
  }
  if (columns.size === 0 || columns.size > MOST_COLUMNS) return null;
  const names = [...columns];
  return {
    kind: "table",
    columns: names,
    rows: rows.map((row) => names.map((name) => row.get(name) ?? null)),
  };
}

function planDocument(node: Leaf, depth: number): Plan | null {
  if (depth >= MOST_DEEP || !isDocument(node)) return null;
  const parsed = parseJsonText(node.value);
  const of = parsed === null ? null : plan(parsed, null, depth + 1);
  return of === null || of.kind === "leaf" ? null : { kind: "document", text: node.value, of };
}

function isDocument(node: Leaf): node is Leaf & { readonly kind: "string" } {
  return (
    node.kind === "string" && node.value.length <= LONGEST_DOCUMENT && /^\s*[{[].*[}\]]\s*$/s.test(node.value)
  );
}

function isNothing(node: JsonNode): boolean {
  if (node.kind === "word") return node.text === "null";
  if (node.kind === "object") return node.entries.length === 0;
  return node.kind === "array" && node.items.length === 0;
}

function below(path: string | null, key: string): string | null {
  return path === null ? null : `${path}.${key}`;
}
