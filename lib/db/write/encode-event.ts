import { actorKindCode, flagsOf } from "#lib/db/event-codes.ts";
import type { Dictionary, Gap } from "#lib/db/terms/dictionary.ts";
import { FIELDS_PATH } from "#lib/db/terms/shape-paths.ts";
import { uniqueTermId } from "#lib/db/terms/unique-term.ts";
import { NumberList } from "#lib/db/write/number-list.ts";
import type { PreparedBlock, PreparedEvent } from "#lib/db/write/prepared.ts";
import { createPartyMemo } from "#lib/db/write/same-party.ts";
import type { Issue, Party } from "#lib/event/credential.ts";
import type { Resource } from "#lib/event/event.ts";
import { FIELDS, type FieldId } from "#lib/event/fields.ts";

/**
 * An event as numbers. It is made as soon as a record has been read: the thousands that wait for their transaction
 * then hold no text but the words that the dictionary has yet to learn. The numbers of a block's events lie in one
 * array, since objects that wait are copied by the collector again and again, and what lies outside its heap is not.
 */
export type EncodedEvent = {
  readonly uuid: string;
  /** Seconds since 1970 UTC. */
  readonly time: number;
  readonly ordinal: number;
  readonly kind: number;
  readonly flags: number;
  /**
   * One after the other: for each field of the catalogue the place of its (first) term among `terms`, -1 where the
   * event has none; then `terms`, `unique`, `resources`, `types`, so many of each as `counts` says.
   */
  readonly block: EncodedNumbers;
  readonly at: number;
  /** Dictionary ids of all its terms; 0 in the place of each gap until the dictionary fills it. */
  readonly terms: number;
  /** What stands for the values that are unique by nature. */
  readonly unique: number;
  /** For each resource the places of its name and of its type among `terms`; -1 where the type is not known. */
  readonly resources: number;
  /** The places of all types of resources among `terms`: of this field an event can have several. */
  readonly types: number;
  /** As in PreparedEvent: facts about credentials are few, and kept as they are. */
  readonly party: Party;
  readonly issue: Issue | null;
};

/** The numbers of all events of a block. */
export type EncodedNumbers = { numbers: Int32Array };

export type EncodedBlock = Omit<PreparedBlock, "events"> & {
  readonly events: readonly EncodedEvent[];
  readonly gaps: readonly Gap[];
};

/** As many resources as the list can ever show; the record has them all. */
const RESOURCES_IN_ROW = 20;

const FIELD_COUNT = FIELDS.length;
const FIELD_OF: ReadonlyMap<string, number> = new Map(FIELDS.map(({ id }, index) => [`@${id}`, index]));
const ORIGIN_PATH = "@origin";

/** The number of a field of the catalogue, as fieldTerm takes it. */
export function fieldIndex(id: FieldId): number {
  return FIELDS.findIndex((field) => field.id === id);
}

/** The id of the (first) term of this field; 0 where the event has none. */
export function fieldTerm({ block, at }: EncodedEvent, field: number): number {
  const place = block.numbers[at + field] ?? -1;
  return place < 0 ? 0 : (block.numbers[at + FIELD_COUNT + place] ?? 0);
}

/** The ids of all terms, in ascending order. */
export function sortedTerms({ block, at, terms, unique }: EncodedEvent): Int32Array {
  const first = at + FIELD_COUNT;
  return block.numbers.slice(first, first + terms + unique).sort();
}

/** For each resource the ids of its name and of its type; 0 where the type is not known. */
export function resourceTerms(event: EncodedEvent): Int32Array {
  const { at, terms, unique, resources } = event;
  if (resources === 0) return NOTHING;
  return termsAt(event, at + FIELD_COUNT + terms + unique, resources);
}

/** The ids of the types of all its resources. */
export function typeTerms(event: EncodedEvent): Int32Array {
  const { at, terms, unique, resources, types } = event;
  if (types === 0) return NOTHING;
  return termsAt(event, at + FIELD_COUNT + terms + unique + resources, types);
}

function termsAt({ block: { numbers }, at }: EncodedEvent, first: number, count: number): Int32Array {
  const terms = numbers.slice(first, first + count);
  for (let index = 0; index < count; index++) {
    const place = terms[index] ?? -1;
    terms[index] = place < 0 ? 0 : (numbers[at + FIELD_COUNT + place] ?? 0);
  }
  return terms;
}

const NOTHING = new Int32Array(0);

const ORIGIN = fieldIndex("origin");

/** `origin`: the name of the source that delivered the block. */
export function encodeBlock(dictionary: Dictionary, block: PreparedBlock, origin: string): EncodedBlock {
  const gaps: Gap[] = [];
  const encoded: EncodedNumbers = { numbers: NOTHING };
  list.clear();
  const context: Context = { dictionary, origin, gaps, block: encoded };
  const events: EncodedEvent[] = [];
  for (const event of block.events) events.push(encodeEvent(context, event));
  encoded.numbers = list.toArray();
  return { ...block, events, gaps };
}

/** One for all blocks: they are encoded one after the other, and each takes a copy. */
const list = new NumberList();
const sameParty = createPartyMemo();

type Context = {
  readonly dictionary: Dictionary;
  readonly origin: string;
  readonly gaps: Gap[];
  readonly block: EncodedNumbers;
};

function encodeEvent(context: Context, prepared: PreparedEvent): EncodedEvent {
  const { uuid, time, ordinal, event, uniqueTerms } = prepared;
  const { block } = context;
  const at = list.length;
  for (let field = 0; field < FIELD_COUNT; field++) list.add(-1);
  const first = list.length;
  const named: NamedPlace[] = [];
  for (const { path, value } of prepared.terms) {
    // "@" begins the paths of fields alone.
    const field = path.charCodeAt(0) === AT ? FIELD_OF.get(path) : undefined;
    if (field !== undefined) {
      if (list.get(at + field) === -1) list.set(at + field, list.length - first);
      if (path === "@resource" || path === "@resourceType")
        named.push({ path, value, place: list.length - first });
    }
    addTerm(context, path, value);
  }
  list.set(at + ORIGIN, list.length - first);
  addTerm(context, ORIGIN_PATH, context.origin);
  // Which fields an event has at all: few combinations, so that "has an error" is one look-up.
  addTerm(context, FIELDS_PATH, fieldListAt(at, uniqueTerms));
  const terms = list.length - first;
  for (const { value } of uniqueTerms) list.add(uniqueTermId(value));
  const resources = addResources(event.resources, named);
  let types = 0;
  for (const { path, place } of named) {
    if (path !== "@resourceType") continue;
    list.add(place);
    types += 1;
  }
  return {
    uuid,
    time,
    ordinal,
    kind: actorKindCode(event.actor.kind),
    flags: flagsOf(event),
    block,
    at,
    terms,
    unique: uniqueTerms.length,
    resources,
    types,
    party: sameParty(prepared.party),
    issue: prepared.issue,
  };
}

const AT = 0x40;

function addTerm({ dictionary, gaps, block }: Context, path: string, value: string): void {
  const id = dictionary.idOf(path, value);
  if (id === undefined) gaps.push({ block, place: list.length, path, value });
  list.add(id ?? 0);
}

/** The list that each combination of fields stands for, by the bits of the fields: the catalogue has fewer than 31. */
const fieldLists = new Map<number, string>();

function fieldListAt(at: number, uniqueTerms: PreparedEvent["uniqueTerms"]): string {
  let bits = 0;
  for (let index = 0; index < FIELD_COUNT; index++) if (list.get(at + index) !== -1) bits |= 1 << index;
  for (const { path } of uniqueTerms) bits |= 1 << (FIELD_OF.get(path) ?? 31);
  let text = fieldLists.get(bits);
  if (text === undefined) {
    const present = FIELDS.filter((_, index) => (bits & (1 << index)) !== 0);
    text = present
      .map(({ id }) => `@${id}`)
      .sort()
      .join("\n");
    fieldLists.set(bits, text);
  }
  return text;
}

type NamedPlace = { readonly path: string; readonly value: string; readonly place: number };

/**
 * Adds the places of each resource's name and type; gives how many. An event names few: searching is quicker than a
 * map.
 */
function addResources(resources: readonly Resource[], named: readonly NamedPlace[]): number {
  const count = Math.min(resources.length, RESOURCES_IN_ROW);
  for (let index = 0; index < count; index++) {
    const { id = "", type = null } = resources[index] ?? {};
    list.add(placeOf(named, "@resource", id));
    list.add(type === null ? -1 : placeOf(named, "@resourceType", type));
  }
  return 2 * count;
}

function placeOf(named: readonly NamedPlace[], path: string, value: string): number {
  for (const term of named) if (term.value === value && term.path === path) return term.place;
  return -1;
}
