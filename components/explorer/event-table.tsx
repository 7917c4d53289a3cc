"use client";

import {
  columnOrderingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  metaHelper,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { useMemo, useState } from "react";
import { COLUMNS, type Column, columnsOf, widthOf } from "#components/event/columns.ts";
import { useSteadyView } from "#components/event/use-steady-view.ts";
import { type Links, linksOf } from "#components/event/view.ts";
import { formatDate, formatDay, type Zone } from "#components/ui/format-time.ts";
import { eventsOf } from "#lib/event/fold-events.ts";
import type { View } from "#lib/search/view-url.ts";
import { BurstRows, type RowContext } from "./burst-rows.tsx";
import { clickRow, holdText } from "./click-row.ts";
import dayStyles from "./day-line.module.css";
import styles from "./event-table.module.css";
import { prepareEvent } from "./load-event.ts";
import type { ResultsPage } from "./results-page.ts";
import { eventKey } from "./selection.ts";
import { TableHead } from "./table-head.tsx";
import type { EventListState, ListItem } from "./use-event-list.ts";
import { useExplorer } from "./use-explorer.ts";
import type { Rests } from "./use-rests.ts";
import { useRowsInSight } from "./use-rows-in-sight.ts";

const features = tableFeatures({
  columnOrderingFeature,
  columnVisibilityFeature,
  columnMeta: metaHelper<Column>(),
});

const helper = createColumnHelper<typeof features, ListItem>();

const columns = helper.columns(
  COLUMNS.map((column) => helper.display({ id: column.id, header: column.label, meta: column })),
);

/** The events of one page as a table, a line between days. */
export function EventTable(props: {
  readonly list: EventListState;
  readonly rests: Rests;
  readonly page: ResultsPage;
  /** Of the page. */
  readonly view: View;
}) {
  const { list, rests, page, view } = props;
  const explorer = useExplorer();
  const { zone } = explorer;
  const links = useListLinks({ ...view, event: null, cursor: page.cursor }, zone);
  const [active, onFocus] = useState<string | null>(null);
  const most = useRowsInSight(page);
  const data = useMemo(() => list.items.slice(0, most), [list.items, most]);
  const table = useTable({ features, columns, data, state: useColumnState(view) });
  const leaves = table.getVisibleLeafColumns();
  const shown = useMemo(() => leaves.flatMap(({ columnDef }) => columnDef.meta ?? []), [leaves]);
  const { rows } = table.getRowModel();
  const days = useMemo(() => daysOf(rows, zone), [rows, zone]);
  const tabbable = tabbableOf(list.items, active);
  const { selection, onToggle, onPick } = list;
  // The same while the focus goes from row to row: then two of five hundred are drawn anew.
  const context = useMemo<RowContext>(
    () => ({ columns: shown, links, openEvent: view.event, selection, onFocus, onToggle, onPick, rests }),
    [shown, links, view.event, selection, onToggle, onPick, rests],
  );
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: every row has a link or a button that keys reach; this is a wider target
    <table
      className={styles["table"]}
      data-default={view.columns === null || undefined}
      aria-busy={data.length < list.items.length || undefined}
      data-picking={list.selection.picked.size > 0 || undefined}
      onPointerEnter={prepareEvent}
      onFocus={prepareEvent}
      onMouseDown={holdText}
      onClick={(event) => clickRow(event, explorer, list.onPick)}
    >
      <colgroup>
        {shown.map(({ id }) => (
          <col key={id} data-column={id} width={widthOf(view.columns, id)} />
        ))}
      </colgroup>
      <TableHead columns={shown} picked={list.picked} onPickAll={list.onPickAll} />
      {days.map((day) => (
        <tbody key={day.date}>
          <tr className={dayStyles["day"]}>
            <th scope="rowgroup" colSpan={shown.length}>
              <span>{day.label}</span>
            </th>
          </tr>
          {day.rows.map(({ original }) => (
            <BurstRows
              key={original.id}
              {...original}
              tabbable={hasRow(original, tabbable) ? tabbable : null}
              context={context}
            />
          ))}
        </tbody>
      ))}
    </table>
  );
}

/** The row that had the focus last while it is there, else the first: Tab goes to one row, then out of the list. */
function tabbableOf(items: readonly ListItem[], active: string | null): string | null {
  return items.some((item) => hasRow(item, active)) ? active : (items[0]?.id ?? null);
}

/** Whether a row of this id is one of the item's. */
function hasRow({ id, burst, isOpen }: ListItem, row: string | null): boolean {
  return id === row || (isOpen && eventsOf(burst).some((event) => eventKey(event) === row));
}

/**
 * What the rows' links start from: the view that is shown, so that asking for another redraws no row before it is
 * there, without the open event, so that opening one redraws two rows only.
 */
function useListLinks(shown: View, zone: Zone): Links {
  const view = useSteadyView(shown);
  return useMemo(() => linksOf(view, zone), [view, zone]);
}

/** The address says which columns there are, and in which order. */
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

function daysOf<Row extends { readonly original: ListItem }>(
  rows: readonly Row[],
  zone: string,
): readonly DayOf<Row>[] {
  const days: { date: string; label: string; rows: Row[] }[] = [];
  for (const row of rows) {
    const at = Date.parse(row.original.burst.event.eventTime);
    const date = formatDate(at, zone);
    const last = days.at(-1);
    if (last?.date === date) last.rows.push(row);
    else days.push({ date, label: formatDay(at, zone), rows: [row] });
  }
  return days;
}
