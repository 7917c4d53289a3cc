import { asUuid } from "#lib/cloudtrail/content-uuid.ts";
import type { Term } from "#lib/cloudtrail/indexed-record.ts";
import { isJsonObject, type JsonObject, storableText } from "#lib/cloudtrail/json-value.ts";
import {
  childNode,
  createPathTree,
  isTreeFull,
  nextShape,
  type PathNode,
  type PathTree,
  type ShapeNode,
  shapeText,
} from "#lib/cloudtrail/path-tree.ts";
import { indexedNames } from "#lib/cloudtrail/resource/resource-names.ts";
import { inspectValue, type ResourceFinder } from "#lib/cloudtrail/resources.ts";
import { isRough } from "#lib/cloudtrail/rough-numbers.ts";
import { MAX_RECORD_DEPTH } from "#lib/cloudtrail/split-types.ts";
import type { Resource } from "#lib/event/event.ts";
import { FIELDS, type FieldId } from "#lib/event/fields.ts";

/** The values of the catalogue's fields that one record has; absent where it has none. */
export type FieldValues = { readonly [id in FieldId]?: string | null };

const FIELD_PATHS = FIELDS.map(({ id }) => [id, `@${id}`] as const);

/** What one pass over a record gives, to be completed by `addFieldTerms`. */
export type RecordWalk = {
  readonly tree: PathTree;
  readonly finder: ResourceFinder;
  readonly number: number;
  readonly terms: Term[];
  readonly uniqueTerms: Term[];
  /** Values at paths that a field stands for. */
  readonly aliased: { readonly path: string; readonly id: FieldId; readonly text: string }[];
  /** All values of the paths that have more than one. */
  several: Map<PathNode, Set<string>> | null;
  shape: ShapeNode;
  /** A number may have lost digits when the record was parsed. */
  hasRough: boolean;
};

let tree = createPathTree();

/**
 * Gathers every value of the record as a term under its path, each pair once, and shows it to the finder of
 * resources. null if the record nests deeper than MAX_RECORD_DEPTH.
 */
export function walkRecord(record: JsonObject, finder: ResourceFinder): RecordWalk | null {
  if (isTreeFull(tree)) tree = createPathTree();
  const walk: RecordWalk = {
    tree,
    finder,
    number: tree.recordCount++,
    terms: [],
    uniqueTerms: [],
    aliased: [],
    several: null,
    shape: tree.shapes,
    hasRough: false,
  };
  return visitObject(walk, tree.root, record, 1) ? walk : null;
}

/** False as soon as the depth is exceeded. */
function visitObject(walk: RecordWalk, node: PathNode, object: JsonObject, depth: number): boolean {
  if (depth > MAX_RECORD_DEPTH) return false;
  // JSON has nothing but own members, and V8 knows their names without making a list.
  for (const name in object) {
    const value = object[name];
    if (value === null || value === undefined) continue;
    if (!visit(walk, childNode(walk.tree, node, name), value, depth)) return false;
  }
  return true;
}

function visit(walk: RecordWalk, node: PathNode, value: unknown, depth: number): boolean {
  if (typeof value === "string") {
    if (value !== "") takeValue(walk, node, storableText(value));
  } else if (typeof value === "number") {
    if (isRough(value)) walk.hasRough = true;
    takeValue(walk, node, String(value));
  } else if (typeof value === "boolean") {
    takeValue(walk, node, String(value));
  } else if (Array.isArray(value)) {
    if (depth >= MAX_RECORD_DEPTH) return false;
    for (const item of value) if (!visit(walk, node, item, depth + 1)) return false;
  } else if (isJsonObject(value)) {
    return visitObject(walk, node, value, depth + 1);
  }
  return true;
}

function takeValue(walk: RecordWalk, node: PathNode, value: string): void {
  let text = value;
  if (node.lastRecord !== walk.number) {
    node.lastRecord = walk.number;
    // Most often the same as in the record before: that text has been looked up by now, and V8 remembers its hash.
    if (text === node.firstValue) text = node.firstValue;
    else node.firstValue = text;
    walk.shape = nextShape(walk.tree, walk.shape, node);
  } else if (isRepeated(walk, node, text)) return;
  if (node.isColumn && (!node.isId || asUuid(text) !== null)) return;
  inspectValue(walk.finder, node, text);
  if (node.alias !== null) walk.aliased.push({ path: node.path, id: node.alias, text });
  else (node.isUnique ? walk.uniqueTerms : walk.terms).push({ path: node.path, value: text });
}

function isRepeated(walk: RecordWalk, node: PathNode, text: string): boolean {
  if (text === node.firstValue) return true;
  const seen = walk.several?.get(node);
  if (seen === undefined) {
    walk.several ??= new Map();
    walk.several.set(node, new Set([text]));
    return false;
  }
  if (seen.has(text)) return true;
  seen.add(text);
  return false;
}

/** Adds what is asked by field: `@event` and its like, the resources under all their names, and the shape. */
export function addFieldTerms(walk: RecordWalk, fields: FieldValues, resources: readonly Resource[]): void {
  for (const [id, path] of FIELD_PATHS) {
    const value = fields[id];
    if (value !== null && value !== undefined) walk.terms.push({ path, value });
  }
  // A value that the field does not repeat exactly (a flag spelt `"True"`) can still be found as it was written.
  for (const { path, id, text } of walk.aliased) {
    if (id === "request") walk.uniqueTerms.push({ path: "@request", value: text });
    else if (fields[id] !== text) walk.terms.push({ path, value: text });
  }
  addResourceTerms(walk.terms, resources);
  walk.terms.push({ path: "@shape", value: shapeText(walk.shape) });
}

function addResourceTerms(terms: Term[], resources: readonly Resource[]): void {
  if (resources.length === 0) return;
  const names = new Set<string>();
  const types = new Set<string>();
  for (const { id, type } of resources) {
    names.add(id);
    if (type !== null) types.add(type);
    for (const name of indexedNames(id)) names.add(name);
  }
  for (const value of names) terms.push({ path: "@resource", value });
  for (const value of types) terms.push({ path: "@resourceType", value });
}
