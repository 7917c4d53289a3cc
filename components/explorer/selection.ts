import type { Event } from "#lib/event/event.ts";

/** The events that a person marked to do something with. They stay marked while the pages are turned. */
export type Selection = {
  /** By `eventKey`, in the order in which they were marked. */
  readonly picked: ReadonlyMap<string, Event>;
  /** The row from which Shift reaches to another. */
  readonly anchor: string | null;
};

/** A row of the list as it stands: one event, or those of a burst that is shut. */
export type PickRow = { readonly id: string; readonly events: readonly Event[] };

export const NOTHING_PICKED: Selection = { picked: new Map(), anchor: null };

/** One event delivered to two accounts is two rows. */
export function eventKey({ eventId, account }: Event): string {
  return account === null ? eventId : `${eventId} ${account}`;
}

export type Picked = "all" | "some" | "none";

/** How many of these events are marked. */
export function pickedOf({ picked }: Selection, events: readonly Event[]): Picked {
  const count = events.filter((event) => picked.has(eventKey(event))).length;
  return count === 0 ? "none" : count === events.length ? "all" : "some";
}

/** Marks a row, or unmarks it where all of it is marked. */
export function toggleRow(selection: Selection, row: PickRow): Selection {
  const isOff = pickedOf(selection, row.events) === "all";
  return {
    picked: isOff ? without(selection.picked, row.events) : withAll(selection.picked, row.events),
    anchor: row.id,
  };
}

/** Marks all rows from the anchor to `id`, both included; without an anchor in the list, the row alone. */
export function pickRange(selection: Selection, rows: readonly PickRow[], id: string): Selection {
  const to = rows.findIndex((row) => row.id === id);
  const from = rows.findIndex((row) => row.id === selection.anchor);
  const row = rows[to];
  if (row === undefined) return selection;
  if (from < 0) return toggleRow(selection, row);
  const between = rows.slice(Math.min(from, to), Math.max(from, to) + 1);
  return {
    picked: withAll(
      selection.picked,
      between.flatMap(({ events }) => events),
    ),
    anchor: selection.anchor,
  };
}

/** Marks all rows, or unmarks them where all are marked. */
export function toggleAll(selection: Selection, rows: readonly PickRow[]): Selection {
  const events = rows.flatMap((row) => row.events);
  const isOff = pickedOf(selection, events) === "all";
  return {
    picked: isOff ? without(selection.picked, events) : withAll(selection.picked, events),
    anchor: selection.anchor,
  };
}

function withAll(picked: Selection["picked"], events: readonly Event[]): Selection["picked"] {
  return new Map([...picked, ...events.map((event) => [eventKey(event), event] as const)]);
}

function without(picked: Selection["picked"], events: readonly Event[]): Selection["picked"] {
  const gone = new Set(events.map(eventKey));
  return new Map([...picked].filter(([key]) => !gone.has(key)));
}
