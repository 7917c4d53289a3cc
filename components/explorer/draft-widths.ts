import { wholeWidths } from "#components/event/column-widths.ts";

/** A table of fewer rows is laid out quickly enough as it is. */
const FEW_ROWS = 100;

/**
 * Widths of columns on trial: they stand in the table's <col> elements and nowhere else, so that a table of
 * hundreds of rows follows the pointer without being drawn anew by React, and the address is written once.
 */
export type WidthDraft = {
  readonly width: () => number;
  readonly set: (width: number) => void;
  /** The widths on screen by column, as they are kept; none if the columns had widths before. */
  readonly drawn: ReadonlyMap<string, number>;
  /** Ends the trial; the widths stay. */
  readonly end: () => void;
  /** Ends it and puts back what was there. */
  readonly drop: () => void;
};

/** Begins with the widths on screen; null if the element is in no column of a table. */
export function draftWidths(element: Element): WidthDraft | null {
  const table = element.closest("table");
  const own = element.closest("th")?.cellIndex;
  if (table === null || own === undefined) return null;
  const cols = [...table.querySelectorAll("col")];
  const before = cols.map((col) => col.getAttribute("width"));
  const drawn = before.every((width) => width === null)
    ? drawnWidths(table, cols)
    : new Map<string, number>();
  for (const col of cols) setWidth(col, drawn.get(nameOf(col)) ?? col.getAttribute("width"));
  let width = drawnWidth(element);
  const showFarRows = hideFarRows(table);
  return {
    width: () => width,
    set: (next) => {
      width = next;
      setWidth(cols[own], next);
    },
    drawn,
    end: showFarRows,
    drop: () => {
      showFarRows();
      for (const [index, col] of cols.entries()) setWidth(col, before[index] ?? null);
    },
  };
}

/** How wide the column that an element stands in is on screen, in CSS pixels. */
export function drawnWidth(element: Element): number {
  return element.closest("th")?.getBoundingClientRect().width ?? 0;
}

function drawnWidths(table: HTMLTableElement, cols: readonly HTMLElement[]): ReadonlyMap<string, number> {
  const cells = [...(table.tHead?.rows[0]?.cells ?? [])];
  const start = table.getBoundingClientRect().left;
  const widths = wholeWidths(cells.map((cell) => cell.getBoundingClientRect().right - start));
  return new Map(cols.map((col, index) => [nameOf(col), widths[index] ?? 0]));
}

function nameOf(col: HTMLElement): string {
  return col.dataset["column"] ?? "";
}

function setWidth(col: Element | undefined, width: number | string | null): void {
  if (width === null) col?.removeAttribute("width");
  else col?.setAttribute("width", String(width));
}

/** Takes the rows out of sight out of a long table, as soon as the code for it is there; gives what puts them back. */
function hideFarRows(table: HTMLTableElement): () => void {
  if (table.rows.length < FEW_ROWS) return () => undefined;
  let hasEnded = false;
  const hidden = import("./hide-far-rows.ts").then(
    (code) => (hasEnded ? null : code.hideFarRows(table)),
    () => null,
  );
  return () => {
    hasEnded = true;
    void hidden.then((show) => show?.());
  };
}
