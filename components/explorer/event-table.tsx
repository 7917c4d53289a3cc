"use client";

import {
  columnOrderingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  metaHelper,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { type MouseEvent, useMemo, useState } from "react";
import { COLUMNS, type Column, columnsOf, widthOf } from "#components/event/columns.ts";
import { type Links, linksOf, viewHref } from "#components/event/view.ts";
import { formatDate, formatDay, type Zone } from "#components/ui/format-time.ts";
import type { Event } from "#lib/event/event.ts";
import type { View } from "#lib/search/view-url.ts";
import dayStyles from "./day-line.module.css";
import { EventRow } from "./event-row.tsx";
import styles from "./event-table.module.css";
import { TableHead } from "./table-head.tsx";
import { type Explorer, useExplorer } from "./use-explorer.ts";

const features = tableFeatures({
  columnOrderingFeature,
  columnVisibilityFeature,
  columnMeta: metaHelper<Column>(),
});

const helper = createColumnHelper<typeof features, Event>();

const columns = helper.columns(
  COLUMNS.map((column) => helper.display({ id: column.id, header: column.label, meta: column })),
);

/** The events of one page as a table, a line between days. */
export function EventTable({ events }: { readonly events: readonly Event[] }) {
  const explorer = useExplorer();
  const { view, zone } = explorer;
  const links = useListLinks(view, zone);
  const [active, setActive] = useState(0);
  const table = useTable({
    features,
    columns,
    data: events,
    state: useColumnState(view),
  });
  const shown = table.getVisibleLeafColumns().flatMap(({ columnDef }) => columnDef.meta ?? []);
  const tabbable = active < events.length ? active : 0;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: every row has a link that keys reach; this is a wider target
    <table
      className={styles["table"]}
      data-default={view.columns === null || undefined}
      onClick={(event) => openRow(event, explorer)}
    >
      <colgroup>
        {shown.map(({ id }) => (
          <col key={id} data-column={id} width={widthOf(view.columns, id)} />
        ))}
      </colgroup>
      <TableHead columns={shown} />
      {daysOf(table.getRowModel().rows, zone).map((day) => (
        <tbody key={day.date}>
          <tr className={dayStyles["day"]}>
            <th scope="rowgroup" colSpan={shown.length}>
              <span>{day.label}</span>
            </th>
          </tr>
          {day.rows.map((row) => (
            <EventRow
              key={row.id}
              event={row.original}
              index={row.index}
              columns={shown}
              links={links}
              selected={row.original.eventId === view.event}
              offTab={row.index !== tabbable}
              onFocus={setActive}
            />
          ))}
        </tbody>
      ))}
    </table>
  );
}

/** What the rows' links start from: the view without the open event, so that opening one redraws two rows only. */
function useListLinks(view: View, zone: Zone): Links {
  const key = viewHref({ ...view, event: null });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is the view, written out
  return useMemo(() => linksOf({ ...view, event: null }, zone), [key, zone]);
}

function useColumnState(view: View) {
  return useMemo(() => {
    const ids = columnsOf(view.columns);
    return {
      columnOrder: [...ids],
      columnVisibility: Object.fromEntries(COLUMNS.map(({ id }) => [id, ids.includes(id)])),
    };
  }, [view.columns]);
}

type DayOf<Row> = { readonly date: string; readonly label: string; readonly rows: readonly Row[] };

function daysOf<Row extends { readonly original: Event }>(
  rows: readonly Row[],
  zone: string,
): readonly DayOf<Row>[] {
  const days: { date: string; label: string; rows: Row[] }[] = [];
  for (const row of rows) {
    const at = Date.parse(row.original.eventTime);
    const date = formatDate(at, zone);
    const last = days.at(-1);
    if (last?.date === date) last.rows.push(row);
    else days.push({ date, label: formatDay(at, zone), rows: [row] });
  }
  return days;
}

/** A click on a row's empty places opens it, unless it ends a selection of text. */
function openRow(event: MouseEvent, { view, show }: Explorer): void {
  if (event.defaultPrevented || event.button !== 0 || !(event.target instanceof Element)) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const link = event.target.closest("a");
  if (link !== null && link.dataset["open"] === undefined) return;
  if (window.getSelection()?.isCollapsed === false) return;
  const opener = event.target.closest("tr")?.querySelector<HTMLElement>("a[data-open]");
  const id = opener?.dataset["open"];
  if (id === undefined) return;
  event.preventDefault();
  opener?.focus({ preventScroll: true });
  show(viewHref({ ...view, event: id }), view.event === null ? "push" : "replace");
}
