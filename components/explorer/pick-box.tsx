"use client";

import { useEffect, useRef } from "react";
import styles from "./pick-box.module.css";
import type { Picked } from "./selection.ts";

/** Takes rows into the selection; `withShift` reaches from the row that was taken last. */
export type Pick = (rowId: string, withShift: boolean) => void;

/**
 * The box that marks a row. It stands in the space before the first column, so nothing moves when it appears: when
 * the row is pointed at or focused, and in all rows once something is marked.
 */
export function PickBox(props: {
  readonly rowId: string;
  readonly label: string;
  readonly picked: Picked;
  readonly offTab?: boolean;
  readonly onPick: Pick;
}) {
  const { rowId, label, picked, onPick } = props;
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = picked === "some";
  }, [picked]);
  return (
    <label className={styles["pick"]} data-pick={rowId}>
      <input
        ref={box}
        type="checkbox"
        aria-label={label}
        checked={picked === "all"}
        tabIndex={props.offTab === true ? -1 : undefined}
        onChange={(event) => onPick(rowId, isShifted(event.nativeEvent))}
      />
    </label>
  );
}

function isShifted(event: globalThis.Event): boolean {
  return event instanceof MouseEvent && event.shiftKey;
}
