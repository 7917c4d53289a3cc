import type { Condition, Target, Test } from "#lib/search/search.ts";

/** Conditions in normal form: no list inside a list of its own kind, and no list of one. */

export function allOf(conditions: readonly Condition[]): Condition {
  const flat = conditions.flatMap((condition) => (condition.kind === "all" ? condition.of : [condition]));
  const [only] = flat;
  return flat.length === 1 && only !== undefined ? only : { kind: "all", of: flat };
}

export function anyOf(conditions: readonly Condition[]): Condition {
  const flat = conditions.flatMap((condition) => (condition.kind === "any" ? condition.of : [condition]));
  const [only] = flat;
  return flat.length === 1 && only !== undefined ? only : { kind: "any", of: flat };
}

export function matchOf(target: Target, test: Test): Condition & { readonly kind: "match" } {
  return { kind: "match", target, test };
}

/** The same condition in normal form. */
export function normalize(condition: Condition): Condition {
  switch (condition.kind) {
    case "all":
      return allOf(condition.of.map(normalize));
    case "any":
      return anyOf(condition.of.map(normalize));
    case "not":
      return { kind: "not", of: normalize(condition.of) };
    case "match":
      return condition;
  }
}

/** Whether both look at the same field or path, or both at anything. */
export function isSameTarget(one: Target, other: Target): boolean {
  if (one.kind === "field") return other.kind === "field" && one.id === other.id;
  if (one.kind === "path") return other.kind === "path" && one.path === other.path;
  return other.kind === "any";
}
