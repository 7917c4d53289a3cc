import { COLUMN_WIDTHS } from "#lib/search/view-columns.ts";
import type { View } from "#lib/search/view-url.ts";
import { type ColumnId, chooseColumns, columnsOf, widthOf } from "./columns.ts";

/*
 * While no column has a width, all share the list's width. Once one has, all are as wide as they say, or as the
 * style sheet says, and what is left over stays empty: only so does an edge stay under the pointer that moves it.
 */

/** What a person can give a column, in CSS pixels. An address may say more or less. */
export const RESIZING = { least: 48, most: 900 } as const;

/** The nearest width that a column can be given. */
export function clampWidth(width: number): number {
  return Math.round(Math.min(RESIZING.most, Math.max(RESIZING.least, width)));
}

/** True where a view gives any column a width. */
export function hasWidths(chosen: View["columns"]): boolean {
  return columnsOf(chosen).some((id) => widthOf(chosen, id) !== undefined);
}

/**
 * The columns of a view with another width for one of them; null: the width it has by itself. `drawn`: the widths on
 * screen, which the other columns keep if no column had a width before.
 */
export function resizeColumn(
  chosen: View["columns"],
  id: ColumnId,
  width: number | null,
  drawn: ReadonlyMap<string, number>,
): View["columns"] {
  const ids = columnsOf(chosen);
  const isFirst = width !== null && !hasWidths(chosen);
  const kept = (each: ColumnId) => (isFirst ? drawn.get(each) : widthOf(chosen, each)) ?? null;
  return chooseColumns(
    ids,
    ids.map((each) => ({ id: each, width: each === id ? width : kept(each) })),
  );
}

/**
 * Widths in whole pixels from where the columns end, counted from where the first begins. Every edge moves by less
 * than a pixel, and none to the right.
 */
export function wholeWidths(ends: readonly number[]): readonly number[] {
  return ends.map((end, index) => {
    const width = Math.floor(end) - Math.floor(ends[index - 1] ?? 0);
    return Math.min(COLUMN_WIDTHS.most, Math.max(COLUMN_WIDTHS.least, width));
  });
}
