import type { Problem } from "#lib/search/search.ts";

/** A column of the explorer, in the order shown. `width` in CSS pixels; null: as wide as it likes. */
export type ViewColumn = { readonly id: string; readonly width: number | null };

/** What an address may say of a width, in CSS pixels. */
export const COLUMN_WIDTHS = { least: 20, most: 2_000 } as const;
const MOST_COLUMNS = 100;

/** Reads `time,event:220,who`. Which ids exist is the page's to know; here they only have to look like one. */
export function parseColumns(text: string): {
  readonly columns: readonly ViewColumn[] | null;
  readonly problems: readonly Problem[];
} {
  const columns: ViewColumn[] = [];
  const problems: Problem[] = [];
  let position = 0;
  for (const part of text.split(",", MOST_COLUMNS)) {
    const column = readColumn(part);
    const isTwice = column !== null && columns.some((other) => other.id === column.id);
    if (column !== null && !isTwice) columns.push(column);
    else problems.push({ parameter: "cols", message: isTwice ? twice(part) : unreadable(part), position });
    position += part.length + 1;
  }
  return { columns: columns.length === 0 ? null : columns, problems };
}

/** The columns as `cols` of an address has them: `time,event:320`. */
export function formatColumns(columns: readonly ViewColumn[]): string {
  return columns.map(({ id, width }) => (width === null ? id : `${id}:${width}`)).join(",");
}

function readColumn(text: string): ViewColumn | null {
  const [, id, digits] = /^([A-Za-z][\w.-]{0,99})(?::([1-9]\d{0,3}))?$/.exec(text) ?? [];
  if (id === undefined) return null;
  if (digits === undefined) return { id, width: null };
  const width = Number(digits);
  return width >= COLUMN_WIDTHS.least && width <= COLUMN_WIDTHS.most ? { id, width } : null;
}

function unreadable(part: string): string {
  const widths = `${COLUMN_WIDTHS.least} to ${COLUMN_WIDTHS.most}`;
  return `"${part}" is not a column. Write its name, or its name and a width of ${widths} as in event:220.`;
}

function twice(part: string): string {
  return `"${part}" names a column that stands there already.`;
}
