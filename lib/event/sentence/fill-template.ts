import type { JsonNode } from "#lib/base/json-text.ts";
import type { Event } from "#lib/event/event.ts";
import { type FoundValue, findValues } from "#lib/event/sentence/find-values.ts";
import { type Part, value, words } from "#lib/event/sentence/part.ts";
import type { Segment, Slot, Template } from "#lib/event/sentence/template.ts";

/** What a template says of one event: ` instance `, `i-0abc`, ` and 3 more`. The verb is not in it. */
export function fillTemplate(
  { rest }: Template,
  event: Pick<Event, "resources">,
  record: JsonNode | null,
): readonly Part[] {
  const ids = new Set(event.resources.map(({ id }) => id));
  return rest.flatMap((segment) => fillSegment(segment, ids, record));
}

type Ids = ReadonlySet<string>;

function fillSegment(segment: Segment, ids: Ids, record: JsonNode | null): readonly Part[] {
  switch (segment.kind) {
    case "text":
      return [words(segment.text)];
    case "slot":
      return fillSlot(segment, valuesOf(segment, record), ids);
    case "optional":
      return isWanted(segment, record) ? segment.of.flatMap((part) => fillSegment(part, ids, record)) : [];
  }
}

function isWanted(optional: Segment & { readonly kind: "optional" }, record: JsonNode | null): boolean {
  const { when, of } = optional;
  if (when !== null) {
    const wanted = when.is.toLowerCase();
    if (!findValues(record, when.path).some((found) => found.value.toLowerCase() === wanted)) return false;
  }
  return of.every((part) => part.kind !== "slot" || valuesOf(part, record).length > 0);
}

/** Of several paths the first that leads anywhere. */
function valuesOf({ paths }: Slot, record: JsonNode | null): readonly FoundValue[] {
  for (const path of paths) {
    const found = findValues(record, path);
    if (found.length > 0) return found;
  }
  return [];
}

function fillSlot(slot: Slot, found: readonly FoundValue[], ids: Ids): readonly Part[] {
  const { noun, plural } = slot;
  const [first, second] = found;
  if (first === undefined) return [words(plural ?? withArticle(noun))];
  const name = found.length > 1 ? (plural ?? noun) : noun;
  const before = name === "" ? [] : [words(`${name} `)];
  const show = (one: FoundValue) => shown(one, noun, ids);
  if (second === undefined) return [...before, show(first)];
  if (found.length === 2) return [...before, show(first), words(" and "), show(second)];
  return [...before, show(first), words(` and ${found.length - 1} more`)];
}

/** As a resource where the event has it as one: that finds the thing wherever it is named. */
function shown({ path, value: whole }: FoundValue, noun: string, ids: Ids): Part {
  return value(ids.has(whole) ? "resource" : path, whole, shortName(whole, noun));
}

/** `arn:aws:iam::111122223333:role/Deploy` after the word role is `Deploy`. */
export function shortName(text: string, noun: string): string {
  if (!text.startsWith("arn:")) return text;
  const name = text.split(":").slice(5).join(":");
  const kind = noun.split(" ").at(-1) ?? "";
  const bare =
    kind !== "" && name.toLowerCase().startsWith(kind) && /^[/:]/.test(name.slice(kind.length))
      ? name.slice(kind.length + 1)
      : name;
  return bare.trim() === "" ? text : bare;
}

function withArticle(noun: string): string {
  if (noun === "" || /^(?:a|an|the) /.test(noun)) return noun;
  return BEGINS_WITH_VOWEL.test(noun) ? `an ${noun}` : `a ${noun}`;
}

/** By its sound: an instance, an MFA device, but a user. */
const BEGINS_WITH_VOWEL = /^(?:[AEFHILMNORSX][A-Z]|(?!user|uni)[aeiouAEIO])/;
