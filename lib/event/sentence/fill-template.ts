import { nodeAt } from "#lib/base/json-node.ts";
import type { JsonNode } from "#lib/base/json-text.ts";
import type { Event } from "#lib/event/event.ts";
import { type FoundValue, findValues } from "#lib/event/sentence/find-values.ts";
import { isOfKind } from "#lib/event/sentence/kind-of-noun.ts";
import { type Part, value, words } from "#lib/event/sentence/part.ts";
import { shortName } from "#lib/event/sentence/short-name.ts";
import type { Segment, Slot, Template } from "#lib/event/sentence/template.ts";

/** What a template says of one event: ` instance `, `i-0abc`, ` and 3 more`. The verb is not in it. */
export function fillTemplate(
  { rest }: Template,
  event: Pick<Event, "resources">,
  record: JsonNode | null,
): readonly Part[] {
  const ids = new Set(event.resources.map(({ id }) => id));
  const refused = refusedSlot(rest, event, record);
  return rest.flatMap((segment) => fillSegment(segment, { ids, record, refused }));
}

type Source = {
  readonly ids: ReadonlySet<string>;
  readonly record: JsonNode | null;
  /** The one slot that nothing but the refusal's words can fill, and what they name. */
  readonly refused: { readonly slot: Segment; readonly id: string } | null;
};

/**
 * A call that was denied often comes without its parameters: what it was about then stands in the error message
 * alone, from where the reader took the event's first resource. It fills the first slot whose noun is of its kind.
 */
function refusedSlot(
  rest: readonly Segment[],
  { resources: [first] }: Pick<Event, "resources">,
  record: JsonNode | null,
): Source["refused"] {
  if (first === undefined || first.type === null || nodeAt(record, "requestParameters")?.kind === "object")
    return null;
  const slots = rest.flatMap((segment) => (segment.kind === "optional" ? segment.of : [segment]));
  const slot = slots.find((one) => one.kind === "slot" && isOfKind(one.noun, first.type));
  return slot === undefined ? null : { slot, id: first.id };
}

function fillSegment(segment: Segment, source: Source): readonly Part[] {
  switch (segment.kind) {
    case "text":
      return [words(segment.text)];
    case "slot":
      return segment === source.refused?.slot
        ? [
            words(`${segment.noun} `),
            value("resource", source.refused.id, shortName(source.refused.id, segment.noun)),
          ]
        : fillSlot(segment, valuesOf(segment, source.record), source.ids);
    case "optional":
      return isWanted(segment, source) ? segment.of.flatMap((part) => fillSegment(part, source)) : [];
  }
}

function isWanted(optional: Segment & { readonly kind: "optional" }, { record, refused }: Source): boolean {
  const { when, of } = optional;
  if (when !== null) {
    const wanted = when.is.toLowerCase();
    if (!findValues(record, when.path).some((found) => found.value.toLowerCase() === wanted)) return false;
  }
  return of.every(
    (part) => part.kind !== "slot" || part === refused?.slot || valuesOf(part, record).length > 0,
  );
}

/** Of several paths the first that leads anywhere. */
function valuesOf({ paths }: Slot, record: JsonNode | null): readonly FoundValue[] {
  for (const path of paths) {
    const found = findValues(record, path);
    if (found.length > 0) return found;
  }
  return [];
}

function fillSlot(slot: Slot, found: readonly FoundValue[], ids: ReadonlySet<string>): readonly Part[] {
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
function shown({ path, value: whole }: FoundValue, noun: string, ids: ReadonlySet<string>): Part {
  return value(ids.has(whole) ? "resource" : path, whole, shortName(whole, noun));
}

function withArticle(noun: string): string {
  if (noun === "" || /^(?:a|an|the) /.test(noun)) return noun;
  return BEGINS_WITH_VOWEL.test(noun) ? `an ${noun}` : `a ${noun}`;
}

/** By its sound: an instance, an MFA device, but a user. */
const BEGINS_WITH_VOWEL = /^(?:[AEFHILMNORSX][A-Z]|(?!user|uni)[aeiouAEIO])/;
