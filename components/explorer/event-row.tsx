"use client";

import { memo } from "react";
import { CELLS } from "#components/event/cells.tsx";
import type { Column, ColumnId } from "#components/event/columns.ts";
import type { Links } from "#components/event/view.ts";
import { formatClock } from "#components/ui/format-time.ts";
import { visibleText } from "#components/ui/visible-text.ts";
import type { Event } from "#lib/event/event.ts";
import styles from "./event-row.module.css";
import { type Pick, PickBox } from "./pick-box.tsx";

type EventRowProps = {
  readonly id: string;
  readonly event: Event;
  readonly columns: readonly Column[];
  readonly links: Links;
  readonly selected: boolean;
  readonly picked: boolean;
  /** One of a burst that stands open, under the row that tells of all. */
  readonly inBurst: boolean;
  /** True for all rows but one: Tab goes to the current row, then out of the list. */
  readonly offTab: boolean;
  readonly onFocus: (id: string) => void;
  readonly onPick: Pick;
};

/** Where a row takes two lines, these have their places in them; the others come under them, with their names. */
const PLACED: ReadonlySet<ColumnId> = new Set(["time", "event", "service", "actor", "resource", "outcome"]);

/** The name of a column that has no place of its own where a row takes two lines. */
export function smallLabel({ id, label }: Column): string | undefined {
  return PLACED.has(id) ? undefined : label;
}

/** One event. Its cells are handles; its time is the link that opens it. */
export const EventRow = memo(function EventRow(props: EventRowProps) {
  const { id, event, links, offTab, picked } = props;
  const name = `${visibleText(event.eventName)}, ${formatClock(Date.parse(event.eventTime), links.zone)}`;
  return (
    <tr
      className={styles["row"]}
      data-row={event.eventId}
      data-outcome={event.outcome}
      data-picked={picked || undefined}
      data-in-burst={props.inBurst || undefined}
      aria-current={props.selected ? "true" : undefined}
      onFocus={() => props.onFocus(id)}
    >
      {props.columns.map((column, index) => {
        const Cell = CELLS[column.id];
        return (
          <td key={column.id} data-column={column.id} data-label={smallLabel(column)}>
            {index === 0 ? (
              <PickBox
                rowId={id}
                label={`Select ${name}`}
                picked={picked ? "all" : "none"}
                offTab={offTab}
                onPick={props.onPick}
              />
            ) : null}
            <Cell event={event} links={links} offTab={offTab} />
          </td>
        );
      })}
    </tr>
  );
});
