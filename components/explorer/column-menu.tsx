"use client";

import { type DragEvent, useState } from "react";
import {
  COLUMNS,
  type Column,
  type ColumnId,
  chooseColumns,
  columnsOf,
  DEFAULT_COLUMNS,
  findColumn,
  moveColumn,
  toggleColumn,
} from "#components/event/columns.ts";
import { viewHref } from "#components/event/view.ts";
import { Button } from "#components/ui/button.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { Popover, PopoverContent, PopoverTrigger } from "#components/ui/popover.tsx";
import styles from "./column-menu.module.css";
import { showView, useView } from "./use-view.ts";

type Change = (next: readonly ColumnId[]) => void;

/** Chooses the columns and their order. The address keeps the choice; nothing is read again for it. */
export function ColumnMenu() {
  const view = useView();
  const ids = columnsOf(view.columns);
  const change: Change = (next) => showView(viewHref({ ...view, columns: chooseColumns(next) }), "replace");
  const hidden = COLUMNS.filter(({ id }) => !ids.includes(id));
  const isDefault = ids.join() === DEFAULT_COLUMNS.join();
  return (
    <Popover>
      <PopoverTrigger asChild>
        <Button look="quiet" data-key="c" data-hint="Columns  c">
          <Icon name="columns" />
          Columns
        </Button>
      </PopoverTrigger>
      <PopoverContent align="end" aria-label="Columns" className={styles["content"]}>
        <ShownColumns ids={ids} change={change} />
        {hidden.length === 0 ? null : (
          <ul className={styles["hidden"]} aria-label="More columns">
            {hidden.map((column) => (
              <li key={column.id} className={styles["row"]}>
                <span className={styles["grip"]} />
                <Choice column={column} checked={false} toggle={() => change(toggleColumn(ids, column.id))} />
              </li>
            ))}
          </ul>
        )}
        <footer className={styles["foot"]}>
          <Button look="quiet" disabled={isDefault} onClick={() => change(DEFAULT_COLUMNS)}>
            Reset
          </Button>
        </footer>
      </PopoverContent>
    </Popover>
  );
}

function ShownColumns({ ids, change }: { readonly ids: readonly ColumnId[]; readonly change: Change }) {
  const [dragged, setDragged] = useState<ColumnId | null>(null);
  const over = (event: DragEvent, index: number) => {
    if (dragged === null) return;
    event.preventDefault();
    if (ids.indexOf(dragged) !== index) change(moveColumn(ids, dragged, index));
  };
  return (
    <ul aria-label="Shown columns, in order">
      {ids.flatMap((id, index) => {
        const column = findColumn(id);
        if (column === undefined) return [];
        return (
          <li
            key={id}
            className={styles["row"]}
            data-dragged={dragged === id || undefined}
            draggable
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = "move";
              setDragged(id);
            }}
            onDragOver={(event) => over(event, index)}
            onDragEnd={() => setDragged(null)}
          >
            <span className={styles["grip"]}>
              <Icon name="grip" size={14} />
            </span>
            <Choice column={column} checked toggle={() => change(toggleColumn(ids, id))} />
            <Move
              label={`Move ${column.label} up`}
              icon="arrow-up"
              disabled={index === 0}
              onMove={() => change(moveColumn(ids, id, index - 1))}
            />
            <Move
              label={`Move ${column.label} down`}
              icon="arrow-down"
              disabled={index === ids.length - 1}
              onMove={() => change(moveColumn(ids, id, index + 1))}
            />
          </li>
        );
      })}
    </ul>
  );
}

function Choice(props: { readonly column: Column; readonly checked: boolean; readonly toggle: () => void }) {
  const { column } = props;
  return (
    <label className={styles["choice"]} data-hint={column.about}>
      <input
        type="checkbox"
        checked={props.checked}
        disabled={column.id === "time"}
        onChange={props.toggle}
      />
      {column.label}
    </label>
  );
}

function Move(props: {
  readonly label: string;
  readonly icon: "arrow-up" | "arrow-down";
  readonly disabled: boolean;
  readonly onMove: () => void;
}) {
  return (
    <Button
      look="quiet"
      square
      className={styles["move"]}
      aria-label={props.label}
      aria-disabled={props.disabled || undefined}
      onClick={() => props.disabled || props.onMove()}
    >
      <Icon name={props.icon} size={12} />
    </Button>
  );
}
