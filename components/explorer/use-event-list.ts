"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { type Burst, eventsOf } from "#lib/event/fold-events.ts";
import type { Pick } from "./pick-box.tsx";
import {
  eventKey,
  NOTHING_PICKED,
  type Picked,
  type PickRow,
  pickedOf,
  pickRange,
  type Selection,
  toggleAll,
  toggleRow,
} from "./selection.ts";
import { useExplorer } from "./use-explorer.ts";

/** A burst of the list, the id of its row, and whether it stands open. */
export type ListItem = { readonly id: string; readonly burst: Burst; readonly isOpen: boolean };

export type EventListState = {
  readonly items: readonly ListItem[];
  readonly selection: Selection;
  /** Of the events of this page. */
  readonly picked: Picked;
  readonly onToggle: (id: string) => void;
  readonly onPick: Pick;
  readonly onPickAll: () => void;
  readonly onClear: () => void;
};

/** Which bursts of a list stand open, and which events are marked. */
export function useEventList(bursts: readonly Burst[]): EventListState {
  const { view } = useExplorer();
  // Said by the reader; else the burst of the event that the panel shows is open.
  const [said, say] = useState<ReadonlyMap<string, boolean>>(new Map());
  const items = useMemo(
    () =>
      bursts.map((burst) => {
        const id = idOf(burst);
        return { id, burst, isOpen: said.get(id) ?? holds(burst, view.event) };
      }),
    [bursts, said, view.event],
  );
  const [selection, select] = useSelection(`${view.q}\n${view.from}\n${view.to}`);
  const latest = useRef<readonly ListItem[]>(items);
  useEffect(() => {
    latest.current = items;
  });
  const onToggle = useCallback((id: string) => {
    const isOpen = latest.current.some((item) => item.id === id && item.isOpen);
    say((known) => new Map([...known, [id, !isOpen]]));
  }, []);
  const onPick = useCallback<Pick>(
    (id, withShift) => {
      const rows = rowsOf(latest.current);
      const row = rows.find((each) => each.id === id);
      if (row === undefined) return;
      select((known) => (withShift ? pickRange(known, rows, id) : toggleRow(known, row)));
    },
    [select],
  );
  const onPickAll = useCallback(() => select((known) => toggleAll(known, rowsOf(latest.current))), [select]);
  const onClear = useCallback(() => select(NOTHING_PICKED), [select]);
  const picked = useMemo(() => pickedOf(selection, bursts.flatMap(eventsOf)), [selection, bursts]);
  return { items, selection, picked, onToggle, onPick, onPickAll, onClear };
}

/** Marks belong to what was asked: another question begins with none. */
function useSelection(question: string) {
  const [selection, select] = useState(NOTHING_PICKED);
  const [asked, setAsked] = useState(question);
  if (asked !== question) {
    setAsked(question);
    select(NOTHING_PICKED);
  }
  return [selection, select] as const;
}

function idOf({ event, others }: Burst): string {
  return others.length === 0 ? eventKey(event) : `burst ${eventKey(event)}`;
}

function holds(burst: Burst, eventId: string | null): boolean {
  return eventId !== null && eventsOf(burst).some((event) => event.eventId === eventId);
}

/** The rows as they stand: of an open burst each event too. */
function rowsOf(items: readonly ListItem[]): readonly PickRow[] {
  return items.flatMap(({ id, burst, isOpen }) => {
    const events = eventsOf(burst);
    const each = isOpen && burst.others.length > 0 ? events : [];
    return [{ id, events }, ...each.map((event) => ({ id: eventKey(event), events: [event] }))];
  });
}
