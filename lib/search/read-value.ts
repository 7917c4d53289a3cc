import type { Field } from "#lib/event/fields.ts";
import { matchOf } from "#lib/search/condition.ts";
import { type Name, TIME_MESSAGE } from "#lib/search/field-name.ts";
import { formatRange, isWrongQuad, looksLikeRange, parseRange } from "#lib/search/ip-range.ts";
import type { Condition, Target, Test } from "#lib/search/search.ts";

/** A value as typed: cut at its wildcards, of which quoted text has none. */
export type TypedValue = { readonly pieces: readonly string[]; readonly isQuoted: boolean };

export type ValueReading =
  | { readonly kind: "condition"; readonly condition: Condition }
  | { readonly kind: "wrong"; readonly message: string };

/** What a value is compared with: a readable name, or null for free text. */
export type ValueOwner = Extract<Name, { kind: "field" | "path" | "is" }> | null;

export const SERVICE_SUFFIX = ".amazonaws.com";

const IS_VALUES: ReadonlyMap<string, { readonly id: "readOnly" | "outcome"; readonly value: string }> =
  new Map([
    ["read", { id: "readOnly", value: "true" }],
    ["write", { id: "readOnly", value: "false" }],
    ["denied", { id: "outcome", value: "denied" }],
    ["failed", { id: "outcome", value: "failed" }],
    ["success", { id: "outcome", value: "success" }],
  ]);

/** What can stand after `is:`. */
export const IS_WORDS: readonly string[] = [...IS_VALUES.keys()];

/** What a typed value means where it stands: behind a field, a path or `is:`, or alone. */
export function readValue(owner: ValueOwner, value: TypedValue): ValueReading {
  if (owner === null) return readFreeText(value);
  if (owner.kind === "is") return readIs(value);
  if (owner.kind === "path") return found({ kind: "path", path: owner.path }, readText(value));
  return readFieldValue(owner.field.id, owner.field, value);
}

/** True for text such as `now-7d`: a time that was meant for `from` or `to`. */
export function looksLikeRelativeTime(text: string): boolean {
  return /^now(-\d+[smhdw](\/d)?|\/d)$/.test(text);
}

/** Free text looks anywhere in any value, so a wildcard at its ends says nothing more. */
function readFreeText({ pieces, isQuoted }: TypedValue): ValueReading {
  const target: Target = { kind: "any" };
  const texts = pieces.filter((piece) => piece !== "");
  const [first, second] = texts;
  if (first === undefined) {
    if (isQuoted) return wrong("There is nothing between these quotation marks.");
    return found(target, { kind: "exists" });
  }
  if (second !== undefined) return found(target, { kind: "wildcard", parts: ["", ...texts, ""] });
  if (!isQuoted && looksLikeRelativeTime(first)) return wrong(TIME_MESSAGE);
  return found(target, { kind: "contains", value: first });
}

function readText({ pieces }: TypedValue): Test {
  const first = pieces[0] ?? "";
  if (pieces.length < 2) return { kind: "equals", value: first };
  if (pieces.every((piece) => piece === "")) return { kind: "exists" };
  const middle = pieces.slice(1, -1).filter((piece) => piece !== "");
  return { kind: "wildcard", parts: [first, ...middle, pieces.at(-1) ?? ""] };
}

function readFieldValue(
  id: Extract<Target, { kind: "field" }>["id"],
  field: Field,
  value: TypedValue,
): ValueReading {
  const target: Target = { kind: "field", id };
  const test = readText(value);
  switch (field.kind) {
    case "text":
      return found(target, test);
    case "service":
      return found(target, withServiceSuffix(test));
    case "address":
      return readAddressTest(target, test, value.isQuoted);
    case "choice":
      return readChoice(target, field, value, test);
  }
}

/** `ec2` and `ec2.amazonaws.com` are one service; a pattern that ends open needs nothing added. */
function withServiceSuffix(test: Test): Test {
  if (test.kind === "equals") {
    return test.value.includes(".") || test.value === ""
      ? test
      : { ...test, value: test.value + SERVICE_SUFFIX };
  }
  if (test.kind !== "wildcard" || test.parts.some((part) => part.includes("."))) return test;
  const last = test.parts.at(-1) ?? "";
  return last === "" ? test : { ...test, parts: [...test.parts.slice(0, -1), last + SERVICE_SUFFIX] };
}

function readAddressTest(target: Target, test: Test, isQuoted: boolean): ValueReading {
  if (test.kind === "equals" && !isQuoted && isWrongQuad(test.value)) {
    return wrong(`${test.value} is not an address: its numbers are 0 to 255.`);
  }
  // "AWS Internal/3" is a source address too, so a slash alone makes no range.
  if (test.kind !== "equals" || !looksLikeRange(test.value)) return found(target, test);
  const range = parseRange(test.value);
  if ("wrong" in range) return wrong(range.wrong);
  return found(target, { kind: "cidr", range: formatRange(range) });
}

function readChoice(target: Target, field: Field, value: TypedValue, test: Test): ValueReading {
  if (test.kind === "exists") return found(target, test);
  const choices = field.choices ?? [];
  const choice = value.pieces.length === 1 ? findChoice(choices, value) : undefined;
  if (choice === undefined) {
    return wrong(`${field.id} takes ${listed([...choices, "*"])}, not ${typedText(value)}.`);
  }
  return found(target, { kind: "equals", value: choice });
}

function readIs(value: TypedValue): ValueReading {
  const choice = findChoice([...IS_VALUES.keys()], value);
  const meaning = choice === undefined ? undefined : IS_VALUES.get(choice);
  if (meaning === undefined) {
    return wrong(`is takes ${listed([...IS_VALUES.keys()])}, not ${typedText(value)}.`);
  }
  return found({ kind: "field", id: meaning.id }, { kind: "equals", value: meaning.value });
}

function findChoice(choices: readonly string[], value: TypedValue): string | undefined {
  const typed = typedText(value).toLowerCase();
  return choices.find((choice) => choice.toLowerCase() === typed);
}

function typedText({ pieces }: TypedValue): string {
  return pieces.join("*");
}

function listed(words: readonly string[]): string {
  return `${words.slice(0, -1).join(", ")} or ${words.at(-1) ?? ""}`;
}

function found(target: Target, test: Test): ValueReading {
  return { kind: "condition", condition: matchOf(target, test) };
}

function wrong(message: string): ValueReading {
  return { kind: "wrong", message };
}
