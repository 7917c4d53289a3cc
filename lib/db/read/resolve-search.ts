import * as z from "zod";
import { assertNever } from "#lib/base/assert-never.ts";
import { isUuid } from "#lib/base/uuid.ts";
import { outcomeBits, readOnlyBits } from "#lib/db/event-codes.ts";
import { withSessions } from "#lib/db/read/actor-predicate.ts";
import { FIELD_TERMS } from "#lib/db/read/field-terms.ts";
import { findPathsAt } from "#lib/db/read/find-paths-at.ts";
import {
  findFieldLists,
  findShapes,
  findTerms,
  findWholeTerms,
  type Place,
} from "#lib/db/read/find-terms.ts";
import { findUnique } from "#lib/db/read/find-unique.ts";
import type { Predicate, Shortcut } from "#lib/db/read/predicate.ts";
import { escapeLike } from "#lib/db/sql/like.ts";
import { type Queryable, rows, sql } from "#lib/db/sql/raw.ts";
import type { FieldId } from "#lib/event/fields.ts";
import { fieldsBelow } from "#lib/event/path-aliases.ts";
import { foldCase } from "#lib/search/fold-case.ts";
import { ID_PATH } from "#lib/search/match.ts";
import type { Condition, Target, Test } from "#lib/search/search.ts";
import { Failure } from "#lib/server/failure.ts";

type Match = Extract<Condition, { kind: "match" }>;

/** What conditions were resolved to, by themselves: to look the same one up again may cost as much as the search. */
export type Resolved = Map<Condition, Predicate>;

/**
 * Looks every word of a condition up in the dictionary. What remains for the event table is ids only. `known`: what
 * was looked up in the same snapshot, and is added to.
 */
export async function resolveSearch(
  on: Queryable,
  condition: Condition,
  known: Resolved = new Map(),
): Promise<Predicate> {
  switch (condition.kind) {
    case "all":
      return { kind: "all", of: await resolveEach(on, condition.of, known) };
    case "any": {
      const [byField, others] = wholeValues(condition.of);
      const of = await resolveEach(on, others, known);
      for (const [id, values] of byField) of.push(await resolveValues(on, id, values));
      return { kind: "any", of };
    }
    case "not":
      return { kind: "not", of: await resolveSearch(on, condition.of, known) };
    case "match": {
      const found = known.get(condition) ?? (await resolveMatch(on, condition));
      known.set(condition, found);
      return found;
    }
    default:
      return assertNever(condition);
  }
}

async function resolveEach(
  on: Queryable,
  conditions: readonly Condition[],
  known: Resolved,
): Promise<Predicate[]> {
  const of: Predicate[] = [];
  // One after the other: they share one connection.
  for (const part of conditions) of.push(await resolveSearch(on, part, known));
  return of;
}

/** Fields of which a value is one term and nothing else: many of them are looked up at once. */
function isPlain(id: FieldId): boolean {
  return id !== "id" && id !== "actor" && id !== "request" && FIELD_TERMS[id].shortcut !== "flags";
}

/** Whole values of plain fields, by field, and what else there is. */
function wholeValues(conditions: readonly Condition[]): [Map<FieldId, string[]>, Condition[]] {
  const byField = new Map<FieldId, string[]>();
  const others: Condition[] = [];
  for (const one of conditions) {
    const isWhole = one.kind === "match" && one.test.kind === "equals" && one.target.kind === "field";
    if (!isWhole || !isPlain(one.target.id)) others.push(one);
    else byField.set(one.target.id, [...(byField.get(one.target.id) ?? []), one.test.value]);
  }
  return [byField, others];
}

async function resolveValues(on: Queryable, id: FieldId, values: readonly string[]): Promise<Predicate> {
  const { path, shortcut } = FIELD_TERMS[id];
  const ids = await findWholeTerms(on, await pathIds(on, sql`name = ${path}`), values);
  return {
    kind: "terms",
    ids,
    shortcut: shortcut === null || shortcut === "flags" ? null : { kind: "column", column: shortcut },
  };
}

async function resolveMatch(on: Queryable, match: Match): Promise<Predicate> {
  const { target, test } = match;
  if (target.kind === "field" && target.id === "id") return withOwnIds(on, test);
  if (test.kind === "exists") return { kind: "terms", ids: await existing(on, target), shortcut: null };
  if (target.kind === "field" && target.id === "request" && test.kind !== "equals") throw partOfUnique();
  const ids = await findTerms(on, await placeOf(on, target), test);
  const found: Predicate = { kind: "terms", ids, shortcut: shortcutOf(match) };
  // `actor` also finds what somebody did through sessions.
  if (target.kind === "field" && target.id === "actor") return withSessions(on, test, ids, found);
  if (!mayBeUnique(match)) return found;
  const uuids = [...wholeEventId(match), ...(await findUnique(on, match))];
  return uuids.length === 0 ? found : { kind: "any", of: [found, { kind: "events", uuids }] };
}

/** Nothing found would look as if nothing had happened. */
function partOfUnique(): Failure {
  return new Failure("bad-query", "The id of a request is found whole only, not by a part of it.", {
    remedy: "Paste the whole id, or search for something else that the record holds.",
  });
}

/** Where rows show the field itself, they need not be searched for its terms. */
function shortcutOf({ target, test }: Match): Shortcut | null {
  if (target.kind !== "field") return null;
  const { shortcut } = FIELD_TERMS[target.id];
  if (shortcut !== "flags") return shortcut === null ? null : { kind: "column", column: shortcut };
  return test.kind === "equals" ? flagsShortcut(target.id, foldCase(test.value)) : null;
}

function flagsShortcut(id: FieldId, value: string): Shortcut | null {
  const bits = id === "readOnly" ? readOnlyBits(value) : outcomeBits(value);
  return bits === null ? null : { kind: "flags", ...bits };
}

/** Ids of the shapes that show the target to be there. Free text that asks only for "any value" finds every event. */
async function existing(on: Queryable, target: Target): Promise<number[]> {
  switch (target.kind) {
    case "field":
      return findFieldLists(on, FIELD_TERMS[target.id].path);
    case "path":
      return findShapes(on, target.path);
    case "any":
      return findFieldLists(on, FIELD_TERMS.origin.path);
    default:
      return assertNever(target);
  }
}

async function placeOf(on: Queryable, target: Target): Promise<Place> {
  switch (target.kind) {
    case "any":
      return "anywhere";
    case "field":
      return { paths: await pathIds(on, sql`name = ${FIELD_TERMS[target.id].path}`) };
    case "path": {
      const fields = fieldsBelow(target.path).map((id) => FIELD_TERMS[id].path);
      const own = (await findPathsAt(on, target.path)).map(({ id }) => id);
      return { paths: [...own, ...(await pathIds(on, sql`name = any(${fields}::text[])`))] };
    }
    default:
      return assertNever(target);
  }
}

async function pathIds(on: Queryable, where: ReturnType<typeof sql>): Promise<number[]> {
  const found = await rows(on, z.object({ id: z.int() }), sql`select id from path where ${where}`);
  return found.map((row) => row.id);
}

/** Only a whole value can be found by its hash: a field's value, or free text that may be one. */
function mayBeUnique({ target, test }: Match): boolean {
  if (target.kind === "any") return test.kind === "contains" && !/\s/.test(test.value);
  const hasHashes = target.kind === "path" || target.id === "request";
  return hasHashes && test.kind === "equals";
}

/** An event's own id is no term, but free text finds it all the same. */
function wholeEventId({ target, test }: Match): string[] {
  if (target.kind !== "any" || test.kind !== "contains") return [];
  const id = foldCase(test.value);
  return isUuid(id) ? [id] : [];
}

/** By the id that the event has here, or by one that its record bears and that is no UUID. */
async function withOwnIds(on: Queryable, test: Test): Promise<Predicate> {
  const byId = idPredicate(test);
  if (test.kind === "exists") return byId;
  const ids = await findTerms(on, await placeOf(on, { kind: "path", path: ID_PATH }), test);
  return ids.length === 0 ? byId : { kind: "any", of: [byId, { kind: "terms", ids, shortcut: null }] };
}

function idPredicate(test: Test): Predicate {
  switch (test.kind) {
    case "equals": {
      const id = foldCase(test.value);
      return { kind: "events", uuids: isUuid(id) ? [id] : [] };
    }
    case "contains":
      return { kind: "id-like", pattern: `%${escapeLike(foldCase(test.value))}%` };
    case "wildcard":
      return { kind: "id-like", pattern: test.parts.map((part) => escapeLike(foldCase(part))).join("%") };
    case "exists":
      return { kind: "all", of: [] };
    case "cidr":
      return { kind: "any", of: [] };
    default:
      return assertNever(test);
  }
}
