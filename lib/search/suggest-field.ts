import { FIELDS, type FieldId } from "#lib/event/fields.ts";

/** How many single steps (insert, delete, replace, swap of neighbours) lead from one text to the other. */
export function editDistance(from: string, to: string): number {
  let beforePrevious: readonly number[] = [];
  let previous: readonly number[] = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1];
      const steps = [
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (same ? 0 : 1),
      ];
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) {
        steps.push((beforePrevious[column - 2] ?? 0) + 1);
      }
      current.push(Math.min(...steps));
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous[to.length] ?? 0;
}

const LONGEST_NAME = 40;

/**
 * The candidate that `typed` was most likely meant to be, without regard to case, `_`, `-` and spaces; null
 * where none is near: a quarter of the letters may differ, one at least, and none in a name of one or two letters.
 */
export function nearestName<Name extends string>(typed: string, candidates: readonly Name[]): Name | null {
  if (typed.length > LONGEST_NAME) return null;
  const plain = plainName(typed);
  let nearest: { readonly name: Name; readonly distance: number } | null = null;
  for (const name of candidates) {
    const distance = editDistance(plain, plainName(name));
    const allowed = name.length < 3 ? 0 : Math.max(1, Math.floor(name.length / 4));
    if (distance <= allowed && (nearest === null || distance < nearest.distance))
      nearest = { name, distance };
  }
  return nearest?.name ?? null;
}

function plainName(name: string): string {
  return name.toLowerCase().replaceAll(/[\s_-]/g, "");
}

const fieldNames = new Map<string, FieldId>([
  ...FIELDS.map((field) => [field.label, field.id] as const),
  ...FIELDS.map((field) => [field.awsName, field.id] as const),
  ...FIELDS.map((field) => [field.id, field.id] as const),
]);

/** The field whose short name, AWS name or label is nearest to what was typed; null where none is near. */
export function suggestField(typed: string): FieldId | null {
  const name = nearestName(typed, [...fieldNames.keys()]);
  return name === null ? null : (fieldNames.get(name) ?? null);
}
