import { leafText } from "#lib/base/json-node.ts";
import type { JsonNode } from "#lib/base/json-text.ts";

/**
 * What a record tells of before and after. Few do: CloudTrail keeps what was asked for and what was answered, not what
 * was there before. Where it does, it says so in pairs of keys: `previousState` and `currentState`, `oldX` and `newX`,
 * `x` and `newX` (IAM and RDS rename things so), or in `pendingModifiedValues` beside what holds until then.
 */
export type Change = {
  /** The thing, by its id where the record has one beside the values. */
  readonly of: string | null;
  /** What of it: `state`, `userName`. */
  readonly what: string;
  readonly before: string;
  readonly after: string;
};

const PAIRS: readonly (readonly [string, string])[] = [
  ["previous", "current"],
  ["previous", "new"],
  ["old", "new"],
  ["before", "after"],
];

const MOST_DEEP = 12;

/** The changes that a record tells of, in its own order; what stayed as it was is none. */
export function changesOf(parts: readonly (JsonNode | null)[]): readonly Change[] {
  const changes: Change[] = [];
  for (const part of parts) if (part !== null) collect(part, changes, 0);
  return changes;
}

function collect(node: JsonNode, changes: Change[], depth: number): void {
  if (depth > MOST_DEEP) return;
  if (node.kind === "array") {
    for (const item of node.items) collect(item, changes, depth + 1);
    return;
  }
  if (node.kind !== "object") return;
  const values = new Map(node.entries.map(({ key, value }) => [key.toLowerCase(), { key, value }]));
  const of = idOf(node);
  for (const { key, value } of node.entries) {
    const change = pairOf(key, value, values) ?? null;
    if (change !== null && change.before !== change.after) changes.push({ of, ...change });
    else if (/^pendingModifiedValues$/i.test(key)) changes.push(...pending(value, values, of));
    else collect(value, changes, depth + 1);
  }
}

type Values = ReadonlyMap<string, { readonly key: string; readonly value: JsonNode }>;

/** Looked at from the first key of a pair, so that a pair is found once. */
function pairOf(key: string, value: JsonNode, values: Values): Omit<Change, "of"> | null {
  const before = shortText(value);
  if (before === null) return null;
  for (const [old, current] of PAIRS) {
    const what = new RegExp(`^${old}([A-Z].*)$`).exec(key)?.[1];
    const after = what === undefined ? null : shortText(values.get(`${current}${what}`.toLowerCase())?.value);
    if (what !== undefined && after !== null) return { what: lowerFirst(what), before, after };
  }
  const renamed = shortText(values.get(`new${key}`.toLowerCase())?.value);
  return renamed === null ? null : { what: key, before, after: renamed };
}

function pending(node: JsonNode, values: Values, of: string | null): readonly Change[] {
  if (node.kind !== "object") return [];
  return node.entries.flatMap(({ key, value }) => {
    const before = shortText(values.get(key.toLowerCase())?.value);
    const after = shortText(value);
    return before === null || after === null || before === after ? [] : [{ of, what: key, before, after }];
  });
}

/** A leaf, or the name of a state: `{ code: 16, name: "running" }`. */
function shortText(node: JsonNode | undefined): string | null {
  if (node === undefined) return null;
  if (node.kind !== "object") return leafText(node);
  const name = node.entries.find(({ key }) => /^name$/i.test(key));
  return name === undefined ? null : leafText(name.value);
}

function idOf(node: JsonNode & { readonly kind: "object" }): string | null {
  const found = node.entries.find(
    ({ key, value }) => /(?:Id|Identifier|Arn|Name)$/.test(key) && leafText(value) !== null,
  );
  return found === undefined ? null : leafText(found.value);
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
