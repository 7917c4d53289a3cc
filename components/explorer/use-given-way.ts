import { useSyncExternalStore } from "react";
import { COLUMNS } from "#components/event/columns.ts";

/**
 * The columns that are chosen and have given way to others for want of room. Which these are is decided by the style
 * sheet alone, by the width of the list: so it is asked of the list as it is drawn.
 */
export function useGivenWay(): ReadonlySet<string> {
  const ids = useSyncExternalStore(watchTable, readGivenWay, () => "");
  return new Set(ids.split(" "));
}

function tableOfEvents(): HTMLElement | null {
  return document.querySelector("table:has(th[data-column])");
}

function watchTable(changed: () => void): () => void {
  const table = tableOfEvents();
  if (table === null) return () => undefined;
  const observer = new ResizeObserver(changed);
  observer.observe(table);
  return () => observer.disconnect();
}

/** Ids with blanks between them: equal texts are no change. */
function readGivenWay(): string {
  const table = tableOfEvents();
  if (table === null) return "";
  return COLUMNS.flatMap(({ id }) => (hasGivenWay(table, id) ? [id] : [])).join(" ");
}

/** Where a row takes two lines there are no names above, and the cells themselves are left out. */
function hasGivenWay(table: HTMLElement, id: string): boolean {
  const name = table.querySelector(`th[data-column="${id}"]`);
  const cell = table.querySelector(`td[data-column="${id}"]:not(:empty)`);
  return (
    (name !== null && getComputedStyle(name).visibility === "hidden") ||
    (cell !== null && getComputedStyle(cell).display === "none")
  );
}
