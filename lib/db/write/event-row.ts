import { actorKindCode, flagsOf } from "#lib/db/event-codes.ts";
import type { Term } from "#lib/db/terms/dictionary.ts";
import { FIELDS_PATH, SHAPE_PATH } from "#lib/db/terms/shape-paths.ts";
import { uniqueTermId } from "#lib/db/terms/unique-term.ts";
import type { CopyWriter } from "#lib/db/write/copy-writer.ts";
import type { PreparedEvent } from "#lib/db/write/prepared.ts";

/** The dictionary columns of an event row, in the order of the COPY statement. */
const COLUMNS = [
  "@account",
  "@region",
  "@event",
  "@service",
  "@actor",
  "@role",
  "@session",
  "@ip",
  "@agent",
  "@error",
] as const;
const COLUMN_OF: ReadonlyMap<string, number> = new Map(COLUMNS.map((path, index) => [path, index]));

const ORIGIN_PATH = "@origin";

/** Event, resource pairs and all: what one row of `event` has beside its dictionary ids. */
const FIELDS = 2 + COLUMNS.length + 2 + 2 + 2;

/** As many resources as the list can ever show; the record has them all. */
const RESOURCES_IN_ROW = 20;

/** The terms of an event as they go to the dictionary. */
export function termsOf(prepared: PreparedEvent, origin: string): readonly Term[] {
  return [
    ...prepared.terms,
    { path: ORIGIN_PATH, value: origin },
    // Which fields an event has at all: few combinations, so that "has an error" is one look-up.
    { path: FIELDS_PATH, value: fieldList(prepared) },
  ];
}

/** A bit for each field that was met, and the list that each combination of bits stands for. */
const fieldBits = new Map<string, number>();
const fieldLists = new Map<number, string>();

function fieldList({ terms, uniqueTerms }: PreparedEvent): string {
  let bits = fieldBit(ORIGIN_PATH);
  for (const { path } of terms) if (path.startsWith("@")) bits |= fieldBit(path);
  for (const { path } of uniqueTerms) if (path.startsWith("@")) bits |= fieldBit(path);
  let list = fieldLists.get(bits);
  if (list === undefined) {
    const fields = [...fieldBits].filter(([, bit]) => (bits & bit) !== 0).map(([path]) => path);
    list = fields
      .filter((path) => path !== SHAPE_PATH)
      .sort()
      .join("\n");
    fieldLists.set(bits, list);
  }
  return list;
}

/** The catalogue has fewer fields than a number has bits; a record cannot add any (its paths never begin with @). */
function fieldBit(path: string): number {
  let bit = fieldBits.get(path);
  if (bit === undefined) {
    bit = 1 << fieldBits.size;
    fieldBits.set(path, bit);
  }
  return bit;
}

/** The id of the account, which is part of an event's identity; 0 where there is none. */
export function accountIdOf(terms: readonly Term[], ids: Int32Array): number {
  const place = terms.findIndex((term) => term.path === "@account");
  return place < 0 ? 0 : (ids[place] ?? 0);
}

/** Appends one event as a row of the table `event`. `ids` are those of `terms`, in order. */
export function writeEventRow(
  writer: CopyWriter,
  prepared: PreparedEvent,
  terms: readonly Term[],
  ids: Int32Array,
  block: bigint,
): void {
  const columns = new Int32Array(COLUMNS.length);
  terms.forEach((term, place) => {
    const column = COLUMN_OF.get(term.path);
    if (column !== undefined && columns[column] === 0) columns[column] = ids[place] ?? 0;
  });
  writer.row(FIELDS);
  writer.time(prepared.time);
  writer.uuid(prepared.uuid);
  for (const id of columns) writer.int4(id);
  writer.int2(actorKindCode(prepared.event.actor.kind));
  writer.int2(flagsOf(prepared.event));
  writer.int8(block);
  writer.int4(prepared.ordinal);
  writer.int4Array(resourcePairs(prepared, terms, ids));
  writer.int4Array(allTermIds(prepared, ids));
}

function allTermIds(prepared: PreparedEvent, ids: Int32Array): Int32Array {
  const all = new Int32Array(ids.length + prepared.uniqueTerms.length);
  all.set(ids);
  prepared.uniqueTerms.forEach((term, index) => {
    all[ids.length + index] = uniqueTermId(term.value);
  });
  return all.sort();
}

/** [id, type, id, type …]; 0 for a type that is not known. */
function resourcePairs(prepared: PreparedEvent, terms: readonly Term[], ids: Int32Array): number[] {
  const { resources } = prepared.event;
  if (resources.length === 0) return [];
  const named = new Map<string, number>();
  terms.forEach(({ path, value }, place) => {
    if (path === "@resource" || path === "@resourceType") named.set(path + value, ids[place] ?? 0);
  });
  return resources
    .slice(0, RESOURCES_IN_ROW)
    .flatMap(({ id, type }) => [
      named.get(`@resource${id}`) ?? 0,
      type === null ? 0 : (named.get(`@resourceType${type}`) ?? 0),
    ]);
}
