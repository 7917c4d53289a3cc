"use client";

import { useState } from "react";
import type { Column } from "#components/event/columns.ts";
import type { Links } from "#components/event/view.ts";
import { Button } from "#components/ui/button.tsx";
import { formatCount } from "#components/ui/format-time.ts";
import type { Burst } from "#lib/event/fold-events.ts";
import { BurstRow } from "./burst-row.tsx";
import styles from "./event-row.module.css";
import { EventRow } from "./event-row.tsx";
import type { Pick } from "./pick-box.tsx";
import { eventKey, pickedOf, type Selection } from "./selection.ts";

export type RowContext = {
  readonly columns: readonly Column[];
  readonly links: Links;
  /** The id of the event that is open in the panel. */
  readonly openEvent: string | null;
  readonly selection: Selection;
  /** The id of the row that Tab goes to. */
  readonly tabbable: string | null;
  readonly onFocus: (id: string) => void;
  readonly onToggle: (id: string) => void;
  readonly onPick: Pick;
};

/** A burst that stands open shows so many of its events at once: a browser needs a while for a thousand rows. */
const STEP = 100;

/** The rows of one burst: the event, where it is one; else the row that tells of all, and under it, if open, each. */
export function BurstRows(props: {
  readonly id: string;
  readonly burst: Burst;
  readonly isOpen: boolean;
  readonly context: RowContext;
}) {
  const { id, burst, isOpen, context } = props;
  const { columns, links, selection, tabbable, onFocus, onToggle, onPick } = context;
  const [most, setMost] = useState(STEP);
  const events = [burst.event, ...burst.others];
  const isBurst = burst.others.length > 0;
  const shown = isBurst && !isOpen ? [] : events.slice(0, most);
  return (
    <>
      {isBurst ? (
        <BurstRow
          id={id}
          burst={burst}
          isOpen={isOpen}
          columns={columns}
          links={links}
          selected={events.some(({ eventId }) => eventId === context.openEvent)}
          picked={pickedOf(selection, events)}
          offTab={tabbable !== id}
          onFocus={onFocus}
          onToggle={onToggle}
          onPick={onPick}
        />
      ) : null}
      {shown.map((event) => {
        const key = eventKey(event);
        return (
          <EventRow
            key={key}
            id={key}
            event={event}
            columns={columns}
            links={links}
            selected={event.eventId === context.openEvent}
            picked={selection.picked.has(key)}
            inBurst={isBurst}
            offTab={tabbable !== key}
            onFocus={onFocus}
            onPick={onPick}
          />
        );
      })}
      {isOpen && events.length > most ? (
        <tr className={styles["more"]}>
          <td colSpan={columns.length}>
            <Button look="quiet" onClick={() => setMost(most + STEP)}>
              {formatCount(Math.min(STEP, events.length - most))} more of {formatCount(events.length)}
            </Button>
          </td>
        </tr>
      ) : null}
    </>
  );
}
