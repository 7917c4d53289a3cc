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

/** Event, resource pairs and all: what one row of `event` has beside its dictionary ids. */
const FIELDS = 2 + COLUMNS.length + 2 + 2 + 2;

/** As many resources as the list can ever show; the record has them all. */
const RESOURCES_IN_ROW = 20;

/** The terms of an event as they go to the dictionary. */
export function termsOf(prepared: PreparedEvent, origin: string): readonly Term[] {
  const fields = new Set(["@origin"]);
  for (const { path } of prepared.terms) if (path.startsWith("@")) fields.add(path);
  for (const { path } of prepared.uniqueTerms) if (path.startsWith("@")) fields.add(path);
  fields.delete(SHAPE_PATH);
  return [
    ...prepared.terms,
    { path: "@origin", value: origin },
    // Which fields an event has at all: few combinations, so that "has an error" is one look-up.
    { path: FIELDS_PATH, value: [...fields].sort().join("\n") },
  ];
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
  const idOf = (path: string, value: string) => {
    const place = terms.findIndex((term) => term.path === path && term.value === value);
    return place < 0 ? 0 : (ids[place] ?? 0);
  };
  return prepared.event.resources
    .slice(0, RESOURCES_IN_ROW)
    .flatMap(({ id, type }) => [idOf("@resource", id), type === null ? 0 : idOf("@resourceType", type)]);
}
