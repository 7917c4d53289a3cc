import type { FieldId } from "#lib/event/fields.ts";
import { addCondition, removeCondition } from "#lib/search/edit-query.ts";
import { foldCase } from "#lib/search/fold-case.ts";
import { parseClauses } from "#lib/search/parse-query.ts";
import type { Condition } from "#lib/search/search.ts";

/** How a query treats a value: asked for, ruled out, or not spoken of. */
export type Choice = "included" | "excluded";

export type Chosen = { readonly value: string; readonly choice: Choice };

/**
 * The values of a field that a query asks for or rules out by themselves, in its order. Conditions deeper inside
 * (`a OR event:b`) choose nothing by themselves, and wildcards are no values.
 */
export function chosenValues(q: string, field: FieldId): readonly Chosen[] {
  const { clauses, problems } = parseClauses(q);
  if (problems.length > 0) return [];
  const found = clauses.flatMap(({ condition }) => chosenBy(condition, field));
  const seen = new Set<string>();
  return found.filter(({ value }) => !seen.has(foldCase(value)) && seen.add(foldCase(value)));
}

function chosenBy(condition: Condition, field: FieldId): readonly Chosen[] {
  const choice: Choice = condition.kind === "not" ? "excluded" : "included";
  const inner = condition.kind === "not" ? condition.of : condition;
  const parts = inner.kind === "any" ? inner.of : [inner];
  const values = parts.flatMap((part) =>
    part.kind === "match" &&
    part.target.kind === "field" &&
    part.target.id === field &&
    part.test.kind === "equals"
      ? [part.test.value]
      : [],
  );
  return values.length === parts.length ? values.map((value) => ({ value, choice })) : [];
}

/** How the value was chosen; null where it was not. */
export function choiceOf(chosen: readonly Chosen[], value: string): Choice | null {
  const wanted = foldCase(value);
  return chosen.find((each) => foldCase(each.value) === wanted)?.choice ?? null;
}

/** The query after a click on a value: it is added, or taken back if it was there. */
export function toggled(q: string, field: FieldId, value: string, choice: Choice): string {
  const exclude = choice === "excluded";
  const isThere = choiceOf(chosenValues(q, field), value) === choice;
  return isThere ? removeCondition(q, field, value, { exclude }) : addCondition(q, field, value, { exclude });
}

/** The query without any choice among the values of the field. */
export function cleared(q: string, field: FieldId): string {
  return chosenValues(q, field).reduce(
    (rest, { value, choice }) => removeCondition(rest, field, value, { exclude: choice === "excluded" }),
    q,
  );
}

/** The query with this value as the only choice. */
export function onlyValue(q: string, field: FieldId, value: string): string {
  return addCondition(cleared(q, field), field, value);
}
