import { actorKindCode, flagsOf } from "#lib/db/event-codes.ts";
import type { Dictionary, Gap } from "#lib/db/terms/dictionary.ts";
import { FIELDS_PATH } from "#lib/db/terms/shape-paths.ts";
import { uniqueTermId } from "#lib/db/terms/unique-term.ts";
import type { PreparedBlock, PreparedEvent } from "#lib/db/write/prepared.ts";
import type { Issue, Party } from "#lib/event/credential.ts";
import type { Resource } from "#lib/event/event.ts";
import { FIELDS, type FieldId } from "#lib/event/fields.ts";

/**
 * An event as numbers. It is made as soon as a record has been read: the thousands that wait for their transaction
 * then hold no text but the words that the dictionary has yet to learn.
 */
export type EncodedEvent = {
  readonly uuid: string;
  /** Seconds since 1970 UTC. */
  readonly time: number;
  readonly ordinal: number;
  readonly kind: number;
  readonly flags: number;
  /** Dictionary ids of all its terms; 0 in the place of each gap of the block until the dictionary fills it. */
  readonly ids: number[];
  /** For each field of the catalogue the place of its (first) term in `ids`; -1 where the event has none. */
  readonly fields: readonly number[];
  /** For each resource the places of its name and of its type in `ids`; -1 where the type is not known. */
  readonly resources: readonly number[];
  /** The places of all types of resources in `ids`: of this field an event can have several. */
  readonly resourceTypes: readonly number[];
  /** What stands for the values that are unique by nature. */
  readonly unique: readonly number[];
  /** As in PreparedEvent: facts about credentials are few, and kept as they are. */
  readonly party: Party;
  readonly issue: Issue | null;
};

export type EncodedBlock = Omit<PreparedBlock, "events"> & {
  readonly events: readonly EncodedEvent[];
  readonly gaps: readonly Gap[];
};

/** As many resources as the list can ever show; the record has them all. */
const RESOURCES_IN_ROW = 20;

const FIELD_COUNT = FIELDS.length;
const FIELD_OF: ReadonlyMap<string, number> = new Map(FIELDS.map(({ id }, index) => [`@${id}`, index]));
const ORIGIN_PATH = "@origin";

/** Where EncodedEvent.fields has this field. */
export function fieldIndex(id: FieldId): number {
  return FIELDS.findIndex((field) => field.id === id);
}

const ORIGIN = fieldIndex("origin");

/** `origin`: the name of the source that delivered the block. */
export function encodeBlock(dictionary: Dictionary, block: PreparedBlock, origin: string): EncodedBlock {
  const gaps: Gap[] = [];
  return {
    ...block,
    events: block.events.map((event) => encodeEvent(dictionary, event, origin, gaps)),
    gaps,
  };
}

function encodeEvent(
  dictionary: Dictionary,
  prepared: PreparedEvent,
  origin: string,
  gaps: Gap[],
): EncodedEvent {
  const { uuid, time, ordinal, event, uniqueTerms } = prepared;
  const ids: number[] = [];
  const fields: number[] = new Array(FIELD_COUNT).fill(-1);
  const named: NamedPlace[] = [];
  const add = (path: string, value: string): void => {
    const id = dictionary.idOf(path, value);
    if (id === undefined) gaps.push({ ids, place: ids.length, path, value });
    ids.push(id ?? 0);
  };
  for (const { path, value } of prepared.terms) {
    const field = path.startsWith("@") ? FIELD_OF.get(path) : undefined;
    if (field !== undefined) {
      if (fields[field] === -1) fields[field] = ids.length;
      if (path === "@resource" || path === "@resourceType") named.push({ path, value, place: ids.length });
    }
    add(path, value);
  }
  fields[ORIGIN] = ids.length;
  add(ORIGIN_PATH, origin);
  // Which fields an event has at all: few combinations, so that "has an error" is one look-up.
  add(FIELDS_PATH, fieldList(fields, uniqueTerms));
  return {
    uuid,
    time,
    ordinal,
    kind: actorKindCode(event.actor.kind),
    flags: flagsOf(event),
    ids,
    fields,
    resources: resourcePlaces(event.resources, named),
    resourceTypes: named.filter(({ path }) => path === "@resourceType").map(({ place }) => place),
    unique: uniqueTerms.map(({ value }) => uniqueTermId(value)),
    party: prepared.party,
    issue: prepared.issue,
  };
}

/** The list that each combination of fields stands for, by the bits of the fields: the catalogue has fewer than 31. */
const fieldLists = new Map<number, string>();

function fieldList(fields: readonly number[], uniqueTerms: PreparedEvent["uniqueTerms"]): string {
  let bits = 0;
  for (let index = 0; index < FIELD_COUNT; index++) if (fields[index] !== -1) bits |= 1 << index;
  for (const { path } of uniqueTerms) bits |= 1 << (FIELD_OF.get(path) ?? 31);
  let list = fieldLists.get(bits);
  if (list === undefined) {
    const present = FIELDS.filter((_, index) => (bits & (1 << index)) !== 0);
    list = present
      .map(({ id }) => `@${id}`)
      .sort()
      .join("\n");
    fieldLists.set(bits, list);
  }
  return list;
}

type NamedPlace = { readonly path: string; readonly value: string; readonly place: number };

/** As in EncodedEvent.resources: an event names few, so that searching the list is quicker than a map. */
function resourcePlaces(resources: readonly Resource[], named: readonly NamedPlace[]): number[] {
  const placeOf = (path: string, wanted: string): number =>
    named.find((term) => term.value === wanted && term.path === path)?.place ?? -1;
  return resources
    .slice(0, RESOURCES_IN_ROW)
    .flatMap(({ id, type }) => [
      placeOf("@resource", id),
      type === null ? -1 : placeOf("@resourceType", type),
    ]);
}
