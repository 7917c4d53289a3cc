import { isUniqueName, type ResourceName } from "#lib/cloudtrail/resource/resource-names.ts";
import type { FieldId } from "#lib/event/fields.ts";
import { allOf, anyOf, matchOf } from "#lib/search/condition.ts";
import { formatQuery } from "#lib/search/format-query.ts";
import type { Condition } from "#lib/search/search.ts";

/** Searches about one thing, as the explorer can ask them too. */

export function fieldIs(id: FieldId, value: string): Condition {
  return matchOf({ kind: "field", id }, { kind: "equals", value });
}

export const WRITES = fieldIs("readOnly", "false");
export const READS = fieldIs("readOnly", "true");

/**
 * The events that name the thing by any of its names. Names that others share count only beside its type and account,
 * as far as these are known.
 */
export function resourceCondition({ names, type, account }: ResourceName): Condition {
  const unique = names.filter((name) => isUniqueName(name, type));
  const shared = names.filter((name) => !isUniqueName(name, type));
  const alternatives = unique.map((name) => fieldIs("resource", name));
  if (shared.length > 0) {
    const parts = [
      anyOf(shared.map((name) => fieldIs("resource", name))),
      ...(type === null ? [] : [fieldIs("resourceType", type)]),
      ...(account === null ? [] : [fieldIs("account", account)]),
    ];
    alternatives.push(allOf(parts));
  }
  return anyOf(alternatives);
}

/** The query that finds what all these conditions find together. */
export function queryOf(...conditions: readonly Condition[]): string {
  return formatQuery(allOf(conditions));
}
