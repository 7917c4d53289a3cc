"use client";

import { memo, useState } from "react";
import type { Column } from "#components/event/columns.ts";
import type { Links } from "#components/event/view.ts";
import { Button } from "#components/ui/button.tsx";
import { formatCount } from "#components/ui/format-count.ts";
import { type Burst, eventsOf } from "#lib/event/fold-events.ts";
import { BurstRow } from "./burst-row.tsx";
import styles from "./event-row.module.css";
import { EventRow } from "./event-row.tsx";
import type { Pick } from "./pick-box.tsx";
import { eventKey, pickedOf, type Selection } from "./selection.ts";
import type { RestState, Rests } from "./use-rests.ts";

export type RowContext = {
  readonly columns: readonly Column[];
  readonly links: Links;
  /** The id of the event that is open in the panel. */
  readonly openEvent: string | null;
  readonly selection: Selection;
  readonly onFocus: (id: string) => void;
  readonly onToggle: (id: string) => void;
  readonly onPick: Pick;
  readonly rests: Rests;
};

/** A burst that stands open shows so many of its events at once: a browser needs a while for a thousand rows. */
const STEP = 100;

/** The rows of one burst: the event, where it is one; else the row that tells of all, and under it, if open, each. */
export const BurstRows = memo(function BurstRows(props: {
  readonly id: string;
  readonly burst: Burst;
  readonly isOpen: boolean;
  /** The id of the row that Tab goes to; null where it is none of these. */
  readonly tabbable: string | null;
  readonly context: RowContext;
}) {
  const { id, burst, isOpen, tabbable, context } = props;
  const { columns, links, selection, onFocus, onToggle, onPick, rests } = context;
  const [most, setMost] = useState(STEP);
  const events = eventsOf(burst);
  const isBurst = burst.others.length > 0;
  const key = eventKey(burst.event);
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
        const rowId = eventKey(event);
        return (
          <EventRow
            key={rowId}
            id={rowId}
            event={event}
            columns={columns}
            links={links}
            selected={event.eventId === context.openEvent}
            picked={selection.picked.has(rowId)}
            inBurst={isBurst}
            offTab={tabbable !== rowId}
            onFocus={onFocus}
            onPick={onPick}
          />
        );
      })}
      {isBurst && isOpen ? (
        <MoreRow
          columns={columns.length}
          left={events.length - shown.length}
          held={events.length}
          rest={rests.states.get(key)}
          onMore={() => setMost(most + STEP)}
          onRest={() => {
            setMost(events.length + STEP);
            rests.onRest(key);
          }}
        />
      ) : null}
    </>
  );
});

const REST_WORDS = {
  unknown: "It may go on after this page: look",
  loading: "Looking …",
  failed: "It could not be read on. Try again",
  whole: null,
} as const;

/** Under the events of an open burst: those of this page that are not drawn yet, then those behind the page. */
function MoreRow(props: {
  readonly columns: number;
  readonly left: number;
  readonly held: number;
  readonly rest: RestState | undefined;
  readonly onMore: () => void;
  readonly onRest: () => void;
}) {
  const { left, rest } = props;
  const words =
    left > 0
      ? `${formatCount(Math.min(STEP, left))} more of ${formatCount(props.held)}`
      : rest === undefined
        ? null
        : REST_WORDS[rest];
  if (words === null) return null;
  return (
    <tr className={styles["more"]}>
      <td colSpan={props.columns}>
        <Button
          look="quiet"
          aria-disabled={(left <= 0 && rest === "loading") || undefined}
          onClick={left > 0 ? props.onMore : props.onRest}
        >
          {words}
        </Button>
      </td>
    </tr>
  );
}
