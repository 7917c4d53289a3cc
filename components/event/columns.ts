import { FIELDS, type FieldId } from "#lib/event/fields.ts";
import type { View } from "#lib/search/view-url.ts";

/**
 * The columns of the explorer, as data: the time, and every field of the catalogue that an Event carries. The state
 * of the columns (which, in what order) is one URL parameter.
 */

export type ColumnId = "time" | ColumnField;

type Place = { readonly shown: boolean };

/**
 * Every field of the catalogue: a column, or null where only the record has it. A new field does not compile
 * until it has a line here and, if it is a column, a cell in cells.tsx.
 */
const PLACES = {
  event: { shown: true },
  service: { shown: true },
  actor: { shown: true },
  resource: { shown: true },
  ip: { shown: true },
  account: { shown: true },
  region: { shown: true },
  outcome: { shown: true },
  error: { shown: false },
  role: { shown: false },
  session: { shown: false },
  principal: { shown: false },
  key: { shown: false },
  via: { shown: false },
  agent: { shown: false },
  resourceType: { shown: false },
  readOnly: { shown: false },
  category: { shown: false },
  id: { shown: false },
  origin: { shown: false },
  user: null,
  identity: null,
  request: null,
  mfa: null,
} as const satisfies Record<FieldId, Place | null>;

type ColumnField = { [Id in FieldId]: (typeof PLACES)[Id] extends Place ? Id : never }[FieldId];

export type Column = {
  readonly id: ColumnId;
  readonly label: string;
  readonly about: string;
  /** True where it shows unless the person chose otherwise. */
  readonly shown: boolean;
};

const labels = new Map<string, (typeof FIELDS)[number]>(FIELDS.map((field) => [field.id, field]));

function isColumnField(id: string): id is ColumnField {
  return Object.entries(PLACES).some(([field, place]) => field === id && place !== null);
}

/** All columns, in the order they have when nobody chose another. */
export const COLUMNS: readonly Column[] = [
  { id: "time", label: "Time", about: "When the call ended, in the zone of this view", shown: true },
  ...Object.keys(PLACES)
    .filter(isColumnField)
    .map((id) => ({
      id,
      label: labels.get(id)?.label ?? id,
      about: labels.get(id)?.about ?? "",
      shown: PLACES[id].shown,
    })),
];

export const DEFAULT_COLUMNS: readonly ColumnId[] = COLUMNS.filter((column) => column.shown).map(
  ({ id }) => id,
);

const byId = new Map<string, Column>(COLUMNS.map((column) => [column.id, column]));

/** The column of an id; undefined for anything else. */
export function findColumn(id: string): Column | undefined {
  return byId.get(id);
}

/**
 * The columns that a view asks for, in its order. Unknown names are left out, and named by `unknownColumns`; the time,
 * by which a row is opened, comes first if it is missing; nothing usable is the default.
 */
export function columnsOf(chosen: View["columns"]): readonly ColumnId[] {
  const ids = (chosen ?? []).flatMap(({ id }) => findColumn(id)?.id ?? []);
  if (ids.length === 0) return DEFAULT_COLUMNS;
  return ids.includes("time") ? ids : ["time", ...ids];
}

/** The names that a view asks for and no column has. */
export function unknownColumns(chosen: View["columns"]): readonly string[] {
  return (chosen ?? []).map(({ id }) => id).filter((id) => findColumn(id) === undefined);
}

/** The width that a view gives a column, in CSS pixels; undefined where it gives none. */
export function widthOf(chosen: View["columns"], id: ColumnId): number | undefined {
  return chosen?.find((column) => column.id === id)?.width ?? undefined;
}

/**
 * What a view keeps of a new choice of columns, with the widths that it had; null for the default, which needs no
 * word in the address.
 */
export function chooseColumns(ids: readonly ColumnId[], before: View["columns"] = null): View["columns"] {
  const columns = ids.map((id) => ({ id, width: widthOf(before, id) ?? null }));
  const isDefault = ids.join() === DEFAULT_COLUMNS.join() && columns.every(({ width }) => width === null);
  return isDefault ? null : columns;
}

/** The columns with one of them moved to before the one that stands at `index`. */
export function moveColumn(ids: readonly ColumnId[], id: ColumnId, index: number): readonly ColumnId[] {
  const from = ids.indexOf(id);
  if (from < 0) return ids;
  const rest = ids.filter((each) => each !== id);
  const to = Math.max(0, Math.min(rest.length, index));
  return [...rest.slice(0, to), id, ...rest.slice(to)];
}

/** The columns with one shown or hidden; a new one goes to the end. The time stays: a row is opened by it. */
export function toggleColumn(ids: readonly ColumnId[], id: ColumnId): readonly ColumnId[] {
  if (id === "time") return ids;
  return ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id];
}
