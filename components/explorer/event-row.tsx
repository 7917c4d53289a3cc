"use client";

import { memo } from "react";
import { CELLS } from "#components/event/cells.tsx";
import type { Column, ColumnId } from "#components/event/columns.ts";
import type { Links } from "#components/event/view.ts";
import type { Event } from "#lib/event/event.ts";
import styles from "./event-row.module.css";

type EventRowProps = {
  readonly event: Event;
  readonly index: number;
  readonly columns: readonly Column[];
  readonly links: Links;
  readonly selected: boolean;
  /** True for all rows but one: Tab goes to the current row, then out of the list. */
  readonly offTab: boolean;
  readonly onFocus: (index: number) => void;
};

/** Where a row takes two lines, these have their places in them; the others come under them, with their names. */
const PLACED: ReadonlySet<ColumnId> = new Set(["time", "event", "service", "actor", "resource", "outcome"]);

/** One event. Its cells are handles; its time is the link that opens it. */
export const EventRow = memo(function EventRow(props: EventRowProps) {
  const { event, links, offTab } = props;
  return (
    <tr
      className={styles["row"]}
      data-row={event.eventId}
      data-outcome={event.outcome}
      aria-current={props.selected ? "true" : undefined}
      onFocus={() => props.onFocus(props.index)}
    >
      {props.columns.map(({ id, label }) => {
        const Cell = CELLS[id];
        return (
          <td key={id} data-column={id} data-label={PLACED.has(id) ? undefined : label}>
            <Cell event={event} links={links} offTab={offTab} />
          </td>
        );
      })}
    </tr>
  );
});
