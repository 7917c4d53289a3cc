import { allOf, anyOf, matchOf } from "#lib/search/condition.ts";
import { foldCase } from "#lib/search/fold-case.ts";
import type { Condition } from "#lib/search/search.ts";

/** The accounts and regions that a condition keeps to, in lower case; null where it keeps to none. */
export type NamedPlaces = {
  readonly accounts: readonly string[] | null;
  readonly regions: readonly string[] | null;
};

type PlaceField = "account" | "region";

/**
 * The accounts and regions outside of which a condition finds nothing, as far as it names them whole: `account:1`,
 * `region:(a OR b)`, and both together. Null where it names neither, or where its words exclude one another, since
 * then no log could hold a match.
 */
export function namedPlaces(condition: Condition): NamedPlaces | null {
  const accounts = namedValues(condition, "account");
  const regions = namedValues(condition, "region");
  if (accounts === null && regions === null) return null;
  return accounts?.length === 0 || regions?.length === 0 ? null : { accounts, regions };
}

/** The condition that holds for every event of these places. */
export function inPlaces({ accounts, regions }: NamedPlaces): Condition {
  return allOf([...anyValue("account", accounts), ...anyValue("region", regions)]);
}

/** `account 111122223333 in eu-west-1 or us-east-1`. What a person typed stands in it: control characters and all. */
export function namePlaces({ accounts, regions }: NamedPlaces): string {
  const among = (values: readonly string[]) => values.join(" or ");
  if (accounts === null) return among(regions ?? []);
  return `account ${among(accounts)}${regions === null ? "" : ` in ${among(regions)}`}`;
}

function namedValues(condition: Condition, field: PlaceField): readonly string[] | null {
  switch (condition.kind) {
    case "match": {
      const { target, test } = condition;
      const isNamed = target.kind === "field" && target.id === field && test.kind === "equals";
      return isNamed ? [foldCase(test.value)] : null;
    }
    case "all": {
      const [first, ...others] = condition.of.flatMap((part) => {
        const values = namedValues(part, field);
        return values === null ? [] : [values];
      });
      if (first === undefined) return null;
      return first.filter((value) => others.every((values) => values.includes(value)));
    }
    case "any": {
      const named = condition.of.map((part) => namedValues(part, field));
      return named.includes(null) ? null : [...new Set(named.flatMap((values) => values ?? []))];
    }
    case "not":
      return null;
  }
}

function anyValue(field: PlaceField, values: readonly string[] | null): readonly Condition[] {
  if (values === null) return [];
  const of = values.map((value) => matchOf({ kind: "field", id: field }, { kind: "equals", value }));
  return [anyOf(of)];
}
