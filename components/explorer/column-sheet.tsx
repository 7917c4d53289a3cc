"use client";

import {
  type DragEvent,
  startTransition,
  useCallback,
  useLayoutEffect,
  useOptimistic,
  useRef,
  useState,
} from "react";
import { hasWidths } from "#components/event/column-widths.ts";
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
import type { View } from "#lib/search/view-url.ts";
import styles from "./column-menu.module.css";
import { useExplorer } from "./use-explorer.ts";
import { useGivenWay } from "./use-given-way.ts";

/** `control` names the control that made the change, so that the focus can go on from it. */
type Change = (next: readonly ColumnId[], control: string) => void;

/** All columns, the shown ones first, to be ticked and moved. */
export function ColumnSheet() {
  const { view, show } = useExplorer();
  const [ids, showAtOnce] = useOptimistic(columnsOf(view.columns));
  const isDefault = ids.join() === DEFAULT_COLUMNS.join() && !hasWidths(view.columns);
  const [list, keepFocus] = useKeptFocus();
  const choose = (next: readonly ColumnId[], widths: View["columns"]) =>
    startTransition(() => {
      showAtOnce(next);
      show(viewHref({ ...view, columns: chooseColumns(next, widths) }), "replace");
    });
  const change: Change = (next, control) => {
    keepFocus(control);
    choose(next, view.columns);
  };
  return (
    <>
      <ul ref={list} aria-label="Columns, the shown ones in order">
        <ColumnRows ids={ids} change={change} />
      </ul>
      <footer className={styles["foot"]}>
        <Button look="quiet" disabled={isDefault} onClick={() => choose(DEFAULT_COLUMNS, null)}>
          Reset
        </Button>
      </footer>
    </>
  );
}

/** A list whose items move when they are used: the focus stays on the control that was used. */
function useKeptFocus() {
  const list = useRef<HTMLUListElement>(null);
  const wanted = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    list.current?.querySelector<HTMLElement>(`[data-control="${wanted.current}"]`)?.focus();
    wanted.current = null;
  });
  const keep = useCallback((control: string) => {
    wanted.current = control;
  }, []);
  return [list, keep] as const;
}

/** One list of all columns: the shown ones in their order, then the others. */
function ColumnRows({ ids, change }: { readonly ids: readonly ColumnId[]; readonly change: Change }) {
  const givenWay = useGivenWay();
  const [dragged, setDragged] = useState<ColumnId | null>(null);
  const over = (event: DragEvent, index: number) => {
    if (dragged === null || index >= ids.length) return;
    event.preventDefault();
    if (ids.indexOf(dragged) !== index) change(moveColumn(ids, dragged, index), "");
  };
  const all = [
    ...ids.flatMap((id) => findColumn(id) ?? []),
    ...COLUMNS.filter(({ id }) => !ids.includes(id)),
  ];
  return all.map((column, index) => {
    const isShown = index < ids.length;
    return (
      <li
        key={column.id}
        className={styles["row"]}
        data-hidden={isShown ? undefined : ""}
        data-dragged={dragged === column.id || undefined}
        draggable={isShown}
        onDragStart={(event) => {
          event.dataTransfer.effectAllowed = "move";
          setDragged(column.id);
        }}
        onDragOver={(event) => over(event, index)}
        onDragEnd={() => setDragged(null)}
      >
        <span className={styles["grip"]}>{isShown ? <Icon name="grip" size={14} /> : null}</span>
        <Choice column={column} ids={ids} change={change} hasRoom={!isShown || !givenWay.has(column.id)} />
        {isShown ? <Move way="up" column={column} ids={ids} change={change} to={index - 1} /> : null}
        {isShown ? <Move way="down" column={column} ids={ids} change={change} to={index + 1} /> : null}
      </li>
    );
  });
}

type ControlProps = { readonly column: Column; readonly ids: readonly ColumnId[]; readonly change: Change };

function Choice({ column, ids, change, hasRoom }: ControlProps & { readonly hasRoom: boolean }) {
  const control = `show ${column.id}`;
  return (
    <label className={styles["choice"]} data-hint={column.about}>
      <input
        type="checkbox"
        checked={ids.includes(column.id)}
        disabled={column.id === "time"}
        data-control={control}
        onChange={() => change(toggleColumn(ids, column.id), control)}
      />
      {column.label}
      {hasRoom ? null : <span className={styles["squeezed"]}>no room now</span>}
    </label>
  );
}

function Move(props: ControlProps & { readonly way: "up" | "down"; readonly to: number }) {
  const { column, ids, change, way, to } = props;
  const control = `${way} ${column.id}`;
  const isEnd = to < 0 || to >= ids.length;
  return (
    <Button
      look="quiet"
      square
      className={styles["move"]}
      aria-label={`Move ${column.label} ${way}`}
      aria-disabled={isEnd || undefined}
      // One that does nothing keeps the focus that it has, and is no stop on the way.
      tabIndex={isEnd ? -1 : undefined}
      data-control={control}
      onClick={() => isEnd || change(moveColumn(ids, column.id, to), control)}
    >
      <Icon name={way === "up" ? "arrow-up" : "arrow-down"} size={12} />
    </Button>
  );
}
