import { findField } from "#lib/event/fields.ts";
import { allOf, isSameTarget, matchOf } from "#lib/search/condition.ts";
import { foldCase } from "#lib/search/fold-case.ts";
import { formatPart, formatQuery } from "#lib/search/format-query.ts";
import { matchesValue } from "#lib/search/match.ts";
import { parseClauses, parseQuery } from "#lib/search/parse-query.ts";
import type { Clause } from "#lib/search/query-parser.ts";
import { readValue } from "#lib/search/read-value.ts";
import type { Condition } from "#lib/search/search.ts";

/**
 * What "filter by this value" does to the text of a query. Only the conditions that it concerns are written
 * anew; the rest of what a person typed stays as typed.
 */
export type EditOptions = { readonly exclude?: boolean };

type Match = Extract<Condition, { kind: "match" }>;

/** Fields of which one event can have several values: a second value narrows instead of widening. */
const SEVERAL_VALUES: ReadonlySet<string> = new Set(["resource", "resourceType"]);

/**
 * The query with `name:value` added, or excluded. `name` is a field's short or AWS name, or a path of the raw
 * record. A value that is there already changes nothing; its opposite is taken out; a second value of a field
 * makes a group, `event:(A OR B)`. A query that cannot be read is only appended to.
 */
export function addCondition(
  q: string,
  name: string,
  value: string,
  { exclude = false }: EditOptions = {},
): string {
  const wanted = matchFor(name, value);
  const { clauses, problems } = parseClauses(q);
  const addition: Condition = exclude ? { kind: "not", of: wanted } : wanted;
  if (problems.length > 0) return `${q.trim()} ${formatPart(addition)}`;
  const isThere = clauses.some((clause) => alternatives(clause, exclude).some((one) => isSame(one, wanted)));
  if (isThere) return q;
  const cleared = without(q, wanted, !exclude);
  return exclude ? append(cleared, addition) : widen(cleared, wanted);
}

/** The query of `name:value` alone: what addCondition makes of an empty query, which reads it back several times. */
export function queryFor(name: string, value: string): string {
  return formatPart(matchFor(name, value));
}

/**
 * The query as a text behind which `queryFor` can stand after a space: brackets around alternatives, and where what was
 * typed would hang on to it (a backslash at the end) in canonical form.
 */
export function asPart(q: string): string {
  const text = q.trim();
  const { where, isAlternatives, problems } = parseClauses(q);
  const typed = isAlternatives ? `(${text})` : text;
  if (text === "" || problems.length > 0) return typed;
  const next = matchFor("event", "A");
  const both = `${typed} ${formatPart(next)}`;
  return settled(both, allOf([where, next])) === both ? typed : formatPart(where);
}

/** The query without `name:value`, or without its exclusion. Conditions deeper inside brackets stay. */
export function removeCondition(
  q: string,
  name: string,
  value: string,
  { exclude = false }: EditOptions = {},
): string {
  return parseQuery(q).problems.length > 0 ? q : without(q, matchFor(name, value), exclude);
}

/** The query without one of its top-level conditions. */
export function removeClause(q: string, clause: Clause): string {
  return replace(q, clause, null);
}

function matchFor(name: string, value: string): Match {
  const field = findField(name);
  if (field === undefined) return matchOf({ kind: "path", path: name }, { kind: "equals", value });
  const reading = readValue({ kind: "field", field }, { pieces: [value], isQuoted: true });
  if (reading.kind === "condition" && reading.condition.kind === "match") return reading.condition;
  return matchOf({ kind: "field", id: field.id }, { kind: "equals", value });
}

function isSame(one: Match, other: Match): boolean {
  return foldCase(formatQuery(one)) === foldCase(formatQuery(other));
}

/** The values that a clause asks for, or excludes, if it does nothing else and all are of one field. */
function alternatives({ condition }: Clause, isExcluded: boolean): readonly Match[] {
  if (isExcluded && condition.kind !== "not") return [];
  const inner = isExcluded && condition.kind === "not" ? condition.of : condition;
  const parts = inner.kind === "any" ? inner.of : [inner];
  const matches = parts.filter((part) => part.kind === "match");
  const [first] = matches;
  const isOneTarget = matches.every(
    (match) => first !== undefined && isSameTarget(match.target, first.target),
  );
  return isOneTarget && matches.length === parts.length ? matches : [];
}

function without(q: string, unwanted: Match, isExcluded: boolean): string {
  let text = q;
  for (let index = parseClauses(q).clauses.length - 1; index >= 0; index -= 1) {
    const clause = parseClauses(text).clauses[index];
    if (clause === undefined) continue;
    const matches = alternatives(clause, isExcluded);
    const kept = matches.filter((match) => !isSame(match, unwanted));
    if (kept.length < matches.length) text = replace(text, clause, groupOf(kept, isExcluded));
  }
  return text;
}

/** Adds the value to the group of its field if that group does not take it in yet; else one more condition. */
function widen(q: string, wanted: Match): string {
  const { target, test } = wanted;
  const isSingle = target.kind !== "field" || !SEVERAL_VALUES.has(target.id);
  const takesIn = (match: Match) => test.kind === "equals" && matchesValue(match.test, test.value);
  const group = parseClauses(q).clauses.find((clause) => {
    const matches = alternatives(clause, false);
    return matches.some((match) => isSameTarget(match.target, target)) && !matches.some(takesIn);
  });
  if (group === undefined || !isSingle) return append(q, wanted);
  return replace(q, group, groupOf([...alternatives(group, false), wanted], false));
}

function groupOf(matches: readonly Match[], isExcluded: boolean): Condition | null {
  if (matches.length === 0) return null;
  const group: Condition = { kind: "any", of: matches };
  return isExcluded ? { kind: "not", of: group } : group;
}

function append(q: string, addition: Condition): string {
  const { where, isAlternatives } = parseClauses(q);
  const text = q.trim();
  return settled(joined(isAlternatives ? `(${text})` : text, formatPart(addition)), allOf([where, addition]));
}

function replace(q: string, clause: Clause, replacement: Condition | null): string {
  const { clauses } = parseClauses(q);
  const conditions = clauses.flatMap((one) => {
    const isOther = one.start !== clause.start;
    return isOther ? [one.condition] : replacement === null ? [] : [replacement];
  });
  const text = replacement === null ? "" : formatPart(replacement);
  const before = joined(q.slice(0, clause.start).trimEnd(), text);
  return settled(joined(before, q.slice(clause.end).trimStart()), allOf(conditions));
}

function joined(left: string, right: string): string {
  return [left, right].filter((part) => part !== "").join(" ");
}

/**
 * The text if it means the condition, else the condition's canonical text: what a person typed around the edit
 * can hang on to it (a dangling AND, a backslash before the space).
 */
function settled(text: string, where: Condition): string {
  const read = parseQuery(text);
  const canonical = formatQuery(where);
  return read.problems.length === 0 && formatQuery(read.where) === canonical ? text : canonical;
}
