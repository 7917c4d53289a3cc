"use client";

import { memo, type ReactNode } from "react";
import { CELLS } from "#components/event/cells.tsx";
import type { Column } from "#components/event/columns.ts";
import { nameSome, Several } from "#components/event/several.tsx";
import type { Links } from "#components/event/view.ts";
import { Icon } from "#components/ui/icon.tsx";
import { ClockTime } from "#components/ui/time.tsx";
import { visibleText } from "#components/ui/visible-text.ts";
import type { Burst } from "#lib/event/fold-events.ts";
import styles from "./burst-row.module.css";
import { burstFigures, burstSentence, burstVariety } from "./burst-words.ts";
import rowStyles from "./event-row.module.css";
import { smallLabel } from "./event-row.tsx";
import { type Pick, PickBox } from "./pick-box.tsx";
import type { Picked } from "./selection.ts";

type BurstRowProps = {
  readonly id: string;
  readonly burst: Burst;
  readonly isOpen: boolean;
  readonly columns: readonly Column[];
  readonly links: Links;
  /** The open event is in it, and the row is shut. */
  readonly selected: boolean;
  readonly picked: Picked;
  readonly offTab: boolean;
  readonly onFocus: (id: string) => void;
  readonly onToggle: (id: string) => void;
  readonly onPick: Pick;
};

/** Many events in one row. Its time is the control that opens it in place; what they differ in is counted. */
export const BurstRow = memo(function BurstRow(props: BurstRowProps) {
  const { id, burst, columns, isOpen } = props;
  return (
    <tr
      className={rowStyles["row"]}
      data-row={burst.event.eventId}
      data-burst={burst.others.length + 1}
      data-outcome={burst.event.outcome}
      data-picked={props.picked === "all" || undefined}
      aria-current={props.selected && !isOpen ? "true" : undefined}
      onFocus={() => props.onFocus(id)}
    >
      {columns.map((column, index) => (
        <td key={column.id} data-column={column.id} data-label={smallLabel(column)}>
          {index === 0 ? (
            <PickBox
              rowId={id}
              label={`Select all ${burstSentence(burst)}: ${visibleText(burst.event.eventName)}`}
              picked={props.picked}
              offTab={props.offTab}
              onPick={props.onPick}
            />
          ) : null}
          {cellOf(column, props)}
        </td>
      ))}
    </tr>
  );
});

function cellOf(column: Column, props: BurstRowProps): ReactNode {
  const { burst, links, offTab } = props;
  if (column.id === "time") return <Opener {...props} />;
  const variety = burstVariety(burst, column.id);
  if (variety !== null) return <Various {...variety} {...props} column={column} />;
  const Cell = CELLS[column.id];
  const cell = <Cell event={burst.event} links={links} offTab={offTab} />;
  if (column.id !== "event") return cell;
  return (
    <span className={styles["what"]}>
      <span className={styles["name"]}>{cell}</span>
      <Figures {...props} />
    </span>
  );
}

function Opener({ id, burst, isOpen, links, offTab, onToggle }: BurstRowProps) {
  return (
    <button
      type="button"
      className={styles["opener"]}
      aria-expanded={isOpen}
      aria-label={`${visibleText(burst.event.eventName)}, ${burstSentence(burst)}`}
      data-burst-opener=""
      tabIndex={offTab ? -1 : undefined}
      onClick={(event) => {
        event.preventDefault();
        onToggle(id);
      }}
    >
      <ClockTime at={Date.parse(burst.event.eventTime)} zone={links.zone} />
    </button>
  );
}

/** A click on it is a click on the row, whose control has the name for readers. */
function Figures({ burst, isOpen }: BurstRowProps) {
  const { count, span } = burstFigures(burst);
  return (
    <span
      className={styles["figures"]}
      data-open-burst={isOpen || undefined}
      data-hint={burstSentence(burst)}
    >
      <Icon name="chevron-right" size={12} />
      <strong>{count}</strong> <span className={styles["span"]}>in {span}</span>
    </span>
  );
}

function Various(
  props: BurstRowProps & {
    readonly column: Column;
    readonly words: string;
    readonly values: readonly string[];
  },
) {
  const { burst, links, offTab, words, values } = props;
  const isList = props.column.id === "resource";
  return (
    <span className={styles["various"]} data-hint={isList ? undefined : nameSome(values)}>
      {isList ? (
        <Several resources={values} href={links.open(burst.event.eventId)} offTab={offTab}>
          {words}
        </Several>
      ) : (
        words
      )}
    </span>
  );
}
