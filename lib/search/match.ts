import { assertNever } from "#lib/base/assert-never.ts";
import { fieldsBelow } from "#lib/event/path-aliases.ts";
import { foldCase } from "#lib/search/fold-case.ts";
import { isInRange, parseAddress, parseRange } from "#lib/search/ip-range.ts";
import type { Condition, Target, Test } from "#lib/search/search.ts";

/**
 * What a condition means, in one place: whether one record meets it. The SQL of lib/db must agree with this; a test
 * there compares the two over generated conditions.
 *
 * - A field looks at the terms under `@` and its id; `id` at the event's own id.
 * - `actor` looks at the names of whoever is behind the credential as well, which other records tell
 *   (lib/cloudtrail/chain).
 * - A path looks at the terms under that path and under every path below it, case ignored, and at those of the fields
 *   that hold such a path's value (`userIdentity` at principal); whether it is there at all, its shape tells.
 * - Free text looks at every term but `@shape`; an event's whole id finds the event too.
 * - `exists` asks for any term, or for the path's line in `@shape`, which lists the paths of a record.
 * - A value that is unique by nature is found whole, never by a part of it.
 * - A condition on a field with several values (`resource`) holds if one value meets it, and so its negation only if
 *   none does.
 */
export function matchesRecord(condition: Condition, terms: readonly RecordTerm[], eventId: string): boolean {
  switch (condition.kind) {
    case "all":
      return condition.of.every((part) => matchesRecord(part, terms, eventId));
    case "any":
      return condition.of.some((part) => matchesRecord(part, terms, eventId));
    case "not":
      return !matchesRecord(condition.of, terms, eventId);
    case "match":
      return matchesTarget(condition.target, condition.test, terms, eventId);
    default:
      return assertNever(condition);
  }
}

/** A searchable value of a record and its name, as IndexedRecord of lib/cloudtrail gives them. */
export type RecordTerm = {
  readonly path: string;
  readonly value: string;
  /** True for values unique by nature (request ids, tokens): they are found whole or not at all. */
  readonly isUnique?: boolean;
  /** True for what other records tell: who is behind the record's credential. Only its own field finds it. */
  readonly isDerived?: boolean;
};

const SHAPE = "@shape";
/** Where an id that is no UUID stands, as in masked logs: the event then has one that is made of its content. */
export const ID_PATH = "eventID";

function matchesTarget(target: Target, test: Test, terms: readonly RecordTerm[], eventId: string): boolean {
  const field = target.kind === "field" && test.kind !== "exists" ? `@${target.id}` : null;
  const values = terms.filter(
    (term) => term.path !== SHAPE && (term.isDerived !== true || term.path === field),
  );
  switch (target.kind) {
    case "any":
      if (test.kind === "exists") return true;
      if (test.kind === "contains" && foldCase(test.value) === foldCase(eventId)) return true;
      return values.some((term) => matchesTerm(test, term));
    case "field":
      if (target.id === "id") return matchesValue(test, eventId) || matchesPath(ID_PATH, test, terms, values);
      return matchesPath(`@${target.id}`, test, terms, values);
    case "path":
      if (matchesPath(target.path, test, terms, values)) return true;
      if (test.kind === "exists") return false;
      return fieldsBelow(target.path).some((id) => matchesPath(`@${id}`, test, terms, values));
    default:
      return assertNever(target);
  }
}

function matchesPath(
  path: string,
  test: Test,
  terms: readonly RecordTerm[],
  values: readonly RecordTerm[],
): boolean {
  const wanted = foldCase(path);
  if (values.some((term) => isAtOrBelow(term.path, wanted) && matchesTerm(test, term))) return true;
  if (test.kind !== "exists") return false;
  return terms.some(
    (term) => term.path === SHAPE && term.value.split("\n").some((line) => isAtOrBelow(line, wanted)),
  );
}

function isAtOrBelow(path: string, wanted: string): boolean {
  const folded = foldCase(path);
  return folded === wanted || folded.startsWith(`${wanted}.`);
}

function matchesTerm(test: Test, { value, isUnique = false }: RecordTerm): boolean {
  if (!isUnique) return matchesValue(test, value);
  if (test.kind === "contains") return matchesValue({ kind: "equals", value: test.value }, value);
  return (test.kind === "equals" || test.kind === "exists") && matchesValue(test, value);
}

/** True if one value passes the test. */
export function matchesValue(test: Test, value: string): boolean {
  switch (test.kind) {
    case "equals":
      return foldCase(value) === foldCase(test.value);
    case "contains":
      return foldCase(value).includes(foldCase(test.value));
    case "wildcard":
      return matchesWildcard(test.parts.map(foldCase), foldCase(value));
    case "exists":
      return true;
    case "cidr": {
      const address = parseAddress(value);
      const range = parseRange(test.range);
      return address !== null && !("wrong" in range) && isInRange(address, range);
    }
    default:
      return assertNever(test);
  }
}

/** The first part begins the value, the last ends it, the others follow one another in between. */
function matchesWildcard(parts: readonly string[], value: string): boolean {
  const [first = "", ...others] = parts;
  const last = others.pop();
  if (last === undefined) return value === first;
  if (!value.startsWith(first)) return false;
  let at = first.length;
  for (const part of others) {
    const found = value.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return value.length - last.length >= at && value.endsWith(last);
}
