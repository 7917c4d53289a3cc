import { storableText } from "#lib/cloudtrail/json-value.ts";
import { type NameRule, nameRules } from "#lib/cloudtrail/name-type.ts";
import { isUniquePath } from "#lib/cloudtrail/unique-path.ts";
import type { FieldId } from "#lib/event/fields.ts";
import { PATH_ALIASES } from "#lib/event/path-aliases.ts";

/**
 * Records repeat the same few thousand paths without end, so what follows from a path alone is worked out once
 * and kept in a tree beside it: the joined path, its role, and the text of whole shapes. The tree is a memo and
 * changes no answer; it is thrown away when hostile keys make it large.
 */
export type PathNode = {
  /** The names from the record's root, joined by dots. */
  readonly path: string;
  /** The part of the record it lies in, `requestParameters` for example. */
  readonly area: Area;
  readonly alias: FieldId | null;
  /** Values are unique by nature. */
  readonly isUnique: boolean;
  /** A column of its own holds the value, which needs no term. */
  readonly isColumn: boolean;
  /** The record's own id; one that is no UUID, as in masked logs, does not fit into the column, and is a term. */
  readonly isId: boolean;
  /** None where a value cannot name a resource. */
  readonly nameRules: readonly NameRule[];
  readonly children: Map<string, PathNode>;
  /** The record that was here last, and its first value here: most paths have one value, so no set is needed. */
  lastRecord: number;
  firstValue: string;
};

export type Area =
  | "request"
  | "response"
  | "service"
  | "additional"
  | "resources"
  | "error"
  | "summary"
  | "other";

/** The sequence of paths in which a record's values came; equal sequences share one node and its text. */
export type ShapeNode = {
  readonly parent: ShapeNode | null;
  readonly path: string;
  readonly next: Map<PathNode, ShapeNode>;
  /** The last one that was asked for. */
  latest: { readonly node: PathNode; readonly shape: ShapeNode } | null;
  text: string | null;
};

export type PathTree = {
  readonly root: PathNode;
  readonly shapes: ShapeNode;
  /** By path, since a name may itself contain dots and so lead to the path of another node. */
  readonly byPath: Map<string, PathNode>;
  shapeCount: number;
  recordCount: number;
};

const MAX_PATHS = 20_000;
const MAX_SHAPE_NODES = 200_000;

const AREAS: ReadonlyMap<string, Area> = new Map([
  ["requestParameters", "request"],
  ["responseElements", "response"],
  ["serviceEventDetails", "service"],
  ["additionalEventData", "additional"],
  ["resources", "resources"],
  ["errorMessage", "error"],
  ["summary", "summary"],
]);
/** The areas in which a parameter's name tells that its value names a resource. */
const NAMING: ReadonlySet<Area> = new Set(["request", "response", "service", "additional"]);
const NO_RULES: readonly NameRule[] = [];
const IDS: ReadonlySet<string> = new Set(["eventID", "eventId"]);
const COLUMNS: ReadonlySet<string> = new Set(["eventTime", ...IDS]);

export function createPathTree(): PathTree {
  return {
    root: createNode(""),
    shapes: createShape(null, ""),
    byPath: new Map(),
    shapeCount: 0,
    recordCount: 0,
  };
}

export function isTreeFull(tree: PathTree): boolean {
  return tree.byPath.size > MAX_PATHS || tree.shapeCount > MAX_SHAPE_NODES;
}

/** The node of a member's name below a node. */
export function childNode(tree: PathTree, parent: PathNode, name: string): PathNode {
  const known = parent.children.get(name);
  if (known !== undefined) return known;
  const own = pathName(name);
  // "@" begins the names of fields among the terms: a record must not be able to forge one.
  const path = parent === tree.root ? own.replace(/^@/, "\\@") : `${parent.path}.${own}`;
  const node = tree.byPath.get(path) ?? createNode(path);
  tree.byPath.set(path, node);
  parent.children.set(name, node);
  return node;
}

export function nextShape(tree: PathTree, shape: ShapeNode, node: PathNode): ShapeNode {
  if (shape.latest?.node === node) return shape.latest.shape;
  let next = shape.next.get(node);
  if (next === undefined) {
    next = createShape(shape, node.path);
    shape.next.set(node, next);
    tree.shapeCount++;
  }
  shape.latest = { node, shape: next };
  return next;
}

function createShape(parent: ShapeNode | null, path: string): ShapeNode {
  return { parent, path, next: new Map(), latest: null, text: null };
}

/** The distinct paths of a shape, sorted, one a line. */
export function shapeText(shape: ShapeNode): string {
  if (shape.text !== null) return shape.text;
  const paths: string[] = [];
  for (let at = shape; at.parent !== null; at = at.parent) paths.push(at.path);
  shape.text = paths.sort().join("\n");
  return shape.text;
}

/** Everything here follows from the path alone, however the names in a record were cut. */
function createNode(path: string): PathNode {
  const firstDot = path.indexOf(".");
  const area = AREAS.get(firstDot < 0 ? path : path.slice(0, firstDot)) ?? "other";
  return {
    path,
    area,
    alias: PATH_ALIASES.get(path) ?? null,
    isUnique: isUniquePath(path),
    isColumn: COLUMNS.has(path),
    isId: IDS.has(path),
    nameRules: NAMING.has(area) ? rulesOfPath(path) : NO_RULES,
    children: new Map(),
    lastRecord: -1,
    firstValue: "",
  };
}

/** EC2 writes a repeated parameter as `VolumeId: {tag: 1, content: "vol-…"}`. */
function rulesOfPath(path: string): readonly NameRule[] {
  const names = path.split(".");
  if (names.length > 2 && names.at(-1) === "content") names.pop();
  const rules = nameRules(names.at(-1) ?? "", names.at(-2) ?? "", names.length === 2);
  return rules.length === 0 ? NO_RULES : rules;
}

/** Line ends separate the paths of a shape, so they have a visible stand-in within one. */
function pathName(name: string): string {
  return storableText(name).replaceAll("\n", "\u240A");
}
