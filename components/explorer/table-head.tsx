"use client";

import type { Column } from "#components/event/columns.ts";
import { viewHref } from "#components/event/view.ts";
import { Icon } from "#components/ui/icon.tsx";
import { ColumnHandle } from "./column-handle.tsx";
import { PickBox } from "./pick-box.tsx";
import type { Picked } from "./selection.ts";
import styles from "./table-head.module.css";
import { useExplorer } from "./use-explorer.ts";

/** The names of the columns. The time's turns the list around; every one has a handle for its width. */
export function TableHead(props: {
  readonly columns: readonly Column[];
  /** Of the events of this page. */
  readonly picked: Picked;
  readonly onPickAll: () => void;
}) {
  const { view, zone } = useExplorer();
  return (
    <thead className={styles["head"]}>
      <tr>
        {props.columns.map((column, index) => {
          const isTime = column.id === "time";
          const label = isTime ? `${column.label}, ${zone}` : column.label;
          return (
            <th
              key={column.id}
              scope="col"
              data-column={column.id}
              data-hint={isTime ? undefined : column.about}
              // Else the handle's name would be part of it, and read with every cell.
              aria-label={label}
              aria-sort={isTime ? (view.order === "desc" ? "descending" : "ascending") : undefined}
            >
              {index === 0 ? (
                <PickBox
                  rowId="page"
                  label="Select all events of this page"
                  picked={props.picked}
                  onPick={props.onPickAll}
                />
              ) : null}
              {isTime ? <Order label={label} about={column.about} /> : label}
              <ColumnHandle column={column} />
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

function Order({ label, about }: { readonly label: string; readonly about: string }) {
  const { view } = useExplorer();
  const isNewestFirst = view.order === "desc";
  return (
    <a
      className={styles["order"]}
      href={viewHref({ ...view, order: isNewestFirst ? "asc" : "desc", cursor: null })}
      data-hint={about}
      data-hint-note={
        isNewestFirst ? "Newest first. Click for oldest first" : "Oldest first. Click for newest first"
      }
    >
      <span>{label}</span>
      <Icon name={isNewestFirst ? "arrow-down" : "arrow-up"} size={12} />
    </a>
  );
}
