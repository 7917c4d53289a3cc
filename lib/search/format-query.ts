import { assertNever } from "#lib/base/assert-never.ts";
import { isSameTarget, normalize } from "#lib/search/condition.ts";
import { readName } from "#lib/search/field-name.ts";
import { isWrongQuad } from "#lib/search/ip-range.ts";
import { looksLikeRelativeTime, SERVICE_SUFFIX } from "#lib/search/read-value.ts";
import type { Condition, Target, Test } from "#lib/search/search.ts";

type Match = Extract<Condition, { kind: "match" }>;

/**
 * The canonical text of a condition: parsing it gives the condition back, for every condition that a query can
 * express. Conditions that none can come out as the nearest that one can: equality with "any value" as contains,
 * a service's name without a dot as that name at amazonaws.com, a range of "any value" as the address `ip`.
 */
export function formatQuery(where: Condition): string {
  const condition = normalize(where);
  return condition.kind === "all" ? condition.of.map(formatPart).join(" ") : formatWhole(condition);
}

/** The text of one condition among others that must all hold: brackets around what would fall apart. */
export function formatPart(condition: Condition): string {
  const text = formatWhole(condition);
  const isLoose = condition.kind === "any" && condition.of.length > 0 && !isOneGroup(condition.of);
  return isLoose ? `(${text})` : text;
}

function formatWhole(condition: Condition): string {
  switch (condition.kind) {
    case "all":
      return condition.of.length === 0 ? "*" : condition.of.map(formatPart).join(" ");
    case "any":
      return condition.of.length === 0 ? "-*" : formatAlternatives(condition.of);
    case "not": {
      const inner = condition.of;
      const isList = inner.kind === "all" && inner.of.length > 0;
      return isList ? `-(${formatWhole(inner)})` : `-${formatPart(inner)}`;
    }
    case "match":
      return formatPrefix(condition.target) + formatTest(condition);
    default:
      return assertNever(condition);
  }
}

function isOneGroup(conditions: readonly Condition[]): boolean {
  return groupRuns(conditions).length === 1;
}

function formatAlternatives(conditions: readonly Condition[]): string {
  return groupRuns(conditions).map(formatRun).join(" OR ");
}

/** Neighbours that look at the same field or path, together: they share one pair of brackets. */
function groupRuns(conditions: readonly Condition[]): readonly (readonly Condition[])[] {
  const runs: Condition[][] = [];
  for (const condition of conditions) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last !== undefined && canShare(last, condition)) run.push(condition);
    else runs.push([condition]);
  }
  return runs;
}

function canShare(one: Condition, other: Condition): boolean {
  if (one.kind !== "match" || other.kind !== "match" || one.target.kind === "any") return false;
  return isSameTarget(one.target, other.target);
}

function formatRun(run: readonly Condition[]): string {
  const [first, second] = run;
  if (first === undefined) return "";
  if (second === undefined || first.kind !== "match") return formatWhole(first);
  const values = run.map((condition) => (condition.kind === "match" ? formatTest(condition) : ""));
  return `${formatPrefix(first.target)}(${values.join(" OR ")})`;
}

function formatPrefix(target: Target): string {
  if (target.kind === "any") return "";
  return `${target.kind === "field" ? target.id : formatPath(target.path)}:`;
}

/** A path as it must be typed: with a dot in front where the bare name would mean something else. */
export function formatPath(path: string): string {
  // Without a value, only a name that means the same before any value is read as one.
  const reading = readName({ name: path, rest: "", hasValue: false, hasWildcard: false });
  const isPlain = reading?.kind === "path" && reading.path === path && !/^[-.]/.test(path);
  const escaped = path.replaceAll(/[\s()"\\*:]/g, "\\$&");
  return isPlain ? escaped : `.${escaped}`;
}

function formatTest({ target, test }: Match): string {
  switch (test.kind) {
    case "equals":
      return formatText(isService(target) ? typedService(test.value) : test.value);
    case "contains":
      return target.kind === "any" ? formatText(test.value) : formatPattern(["", test.value, ""]);
    case "wildcard":
      return formatWildcard(target, test);
    case "exists":
      return "*";
    case "cidr":
      return target.kind === "any" ? `ip:${test.range}` : test.range;
    default:
      return assertNever(test);
  }
}

function formatWildcard(target: Target, { parts }: Test & { readonly kind: "wildcard" }): string {
  // Free text is not anchored, so the open ends that the parser added are left out again.
  if (target.kind === "any") return formatPattern(parts.filter((part) => part !== ""));
  const last = parts.at(-1) ?? "";
  const stem = typedService(last);
  const isShort =
    isService(target) && stem !== last && parts.slice(0, -1).every((part) => !part.includes("."));
  return formatPattern(isShort ? [...parts.slice(0, -1), stem] : parts);
}

function isService(target: Target): boolean {
  return target.kind === "field" && target.id === "service";
}

/** A service as a query names it: without the suffix, where reading would put that behind it again. */
export function typedService(value: string): string {
  const stem = value.endsWith(SERVICE_SUFFIX) ? value.slice(0, -SERVICE_SUFFIX.length) : value;
  return stem === "" || stem.includes(".") ? value : stem;
}

/** A literal value: bare where every reader takes it as one plain word, else in quotes. */
export function formatText(value: string): string {
  return isPlainWord(value) ? value : `"${value.replaceAll(/["\\]/g, "\\$&")}"`;
}

function isPlainWord(value: string): boolean {
  if (!/^[^\s()"\\*-][^\s()"\\*]*$/.test(value)) return false;
  if (/^(AND|OR|NOT)$/.test(value) || looksLikeRelativeTime(value) || isWrongQuad(value)) return false;
  return !readsAsName(value);
}

/** True where the text before the first colon would be read as a name. A star in it may be one or a wildcard. */
function readsAsName(text: string): boolean {
  const colon = text.indexOf(":");
  if (colon < 1) return false;
  const name = text.slice(0, colon).replaceAll(/\\(.)/gs, "$1");
  const rest = text.slice(colon + 1);
  const typed = { name, rest, hasValue: rest !== "" };
  return [false, true].some((hasWildcard) => readName({ ...typed, hasWildcard }) !== null);
}

/** A pattern, the parts between its wildcards. Everything that could be read otherwise is escaped. */
export function formatPattern(parts: readonly string[]): string {
  const text = parts.map((part) => part.replaceAll(/[\s()"\\*:]/g, "\\$&")).join("*");
  const bare = text.startsWith("-") ? `\\${text}` : text;
  // A colon is escaped only where it would end a field's name.
  const plain = bare.replaceAll("\\:", ":");
  return readsAsName(plain) ? bare : plain;
}
