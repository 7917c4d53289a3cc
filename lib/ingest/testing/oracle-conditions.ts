import * as fc from "fast-check";
import { FIELDS, findField } from "#lib/event/fields.ts";
import { PATH_ALIASES } from "#lib/event/path-aliases.ts";
import { formatRange, parseAddress, parseRange } from "#lib/search/ip-range.ts";
import type { RecordTerm } from "#lib/search/match.ts";
import type { Condition, Target, Test } from "#lib/search/search.ts";

/** Conditions made of values that really stand in these records, whole and in parts, so that they find something. */
export function oracleConditions(records: readonly (readonly RecordTerm[])[]): fc.Arbitrary<Condition> {
  const terms = records
    .filter((_, index) => index % 7 === 0)
    .flat()
    .filter(({ path }) => !path.startsWith("@shape"));
  const term = fc.nat({ max: terms.length - 1 }).map((index) => terms[index] ?? { path: "", value: "" });
  const match: fc.Arbitrary<Condition> = fc
    .tuple(term, fc.nat({ max: 9 }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([{ path, value }, kind, cut]) => ({
      kind: "match",
      target: targetOf(path, kind),
      test: testOf(path, value, kind, cut),
    }));
  const not = match.map((of): Condition => ({ kind: "not", of }));
  const leaf = fc.oneof({ weight: 4, arbitrary: match }, { weight: 1, arbitrary: not });
  const several = fc.array(leaf, { minLength: 2, maxLength: 3 });
  return fc.oneof(
    leaf,
    several.map((of): Condition => ({ kind: "all", of })),
    several.map((of): Condition => ({ kind: "any", of })),
    fc.tuple(leaf, several).map(([one, of]): Condition => ({ kind: "all", of: [one, { kind: "any", of }] })),
  );
}

function targetOf(path: string, kind: number): Target {
  if (kind === 0) return { kind: "any" };
  if (!path.startsWith("@")) return { kind: "path", path: kind === 1 ? (path.split(".")[0] ?? path) : path };
  const alias = [...PATH_ALIASES].find(([, id]) => `@${id}` === path)?.[0];
  if (alias !== undefined && kind === 1) return { kind: "path", path: alias.split(".")[0] ?? alias };
  if (alias !== undefined && kind === 6) return { kind: "path", path: alias };
  const field = findField(path.slice(1)) ?? FIELDS[0];
  return { kind: "field", id: field.id };
}

function testOf(path: string, value: string, kind: number, cut: number): Test {
  const at = Math.floor(cut * value.length);
  const part = value.slice(at, at + 6) || value;
  if (kind === 0) return { kind: "contains", value: cut < 0.5 ? part : value };
  if (kind === 2) return { kind: "exists" };
  // By a part of it, the id of a request is refused.
  if (path === "@request") return { kind: "equals", value };
  if (kind === 3) return { kind: "wildcard", parts: ["", part, ""] };
  if (kind === 4) return { kind: "wildcard", parts: [value.slice(0, at), ""] };
  const isAddress = path === "@ip" && parseAddress(value) !== null;
  if (kind === 5 && isAddress) {
    const range = parseRange(`${value}/${Math.ceil(cut * 24)}`);
    if (!("wrong" in range)) return { kind: "cidr", range: formatRange(range) };
  }
  return { kind: "equals", value: cut < 0.3 ? value.toUpperCase() : value };
}
