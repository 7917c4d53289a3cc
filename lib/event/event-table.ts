import { escapeHidden } from "#lib/base/escape-hidden.ts";
import { fitToWidth } from "#lib/base/text-width.ts";
import type { Event } from "#lib/event/event.ts";
import { shortService } from "#lib/event/short-service.ts";

/**
 * Events as lines of a terminal: columns of fixed width that are chosen before the first event is seen, so that any
 * number of events can be printed as they come.
 */

type Column = {
  readonly label: string;
  /** Cells: with less it is left out, with more it is no better. */
  readonly least: number;
  readonly most: number;
  readonly value: (event: Event) => string;
};

/** In the order in which they are shown. */
const COLUMNS = {
  time: { label: "Time (UTC)", least: 19, most: 19, value: ({ eventTime }) => spaced(eventTime) },
  event: { label: "Event", least: 16, most: 32, value: ({ eventName }) => eventName },
  service: { label: "Service", least: 10, most: 20, value: ({ eventSource }) => shortService(eventSource) },
  who: { label: "Who", least: 16, most: 60, value: whoText },
  outcome: { label: "Outcome", least: 8, most: 28, value: outcomeText },
  resource: { label: "Resource", least: 12, most: 60, value: resourceText },
  from: { label: "From", least: 15, most: 24, value: ({ sourceIp }) => sourceIp ?? "" },
  account: { label: "Account", least: 12, most: 12, value: ({ account }) => account ?? "" },
  region: { label: "Region", least: 14, most: 14, value: ({ region }) => region ?? "" },
  id: { label: "Event id", least: 36, most: 36, value: ({ eventId }) => eventId },
} as const satisfies Record<string, Column>;

type ColumnId = keyof typeof COLUMNS;

/** What a narrow terminal shows first; the id opens the whole record. */
const BY_WORTH: readonly ColumnId[] = [
  "time",
  "event",
  "who",
  "resource",
  "outcome",
  "from",
  "id",
  "account",
  "region",
  "service",
];

const PLACES: readonly string[] = Object.keys(COLUMNS);
const BY_PLACE = BY_WORTH.toSorted((a, b) => PLACES.indexOf(a) - PLACES.indexOf(b));

const GAP = "  ";

export type TableLayout = readonly { readonly id: ColumnId; readonly width: number }[];

/** The columns that fit into a terminal of so many cells, and their widths. The time and the event always show. */
export function layOutTable(cells: number): TableLayout {
  const chosen = new Set<ColumnId>();
  let free = cells + GAP.length;
  for (const id of BY_WORTH) {
    const needed = COLUMNS[id].least + GAP.length;
    if (needed > free && chosen.size >= 2) continue;
    chosen.add(id);
    free -= needed;
  }
  const layout: { id: ColumnId; width: number }[] = BY_PLACE.filter((id) => chosen.has(id)).map((id) => ({
    id,
    width: COLUMNS[id].least,
  }));
  // What is left goes round, a cell each time, to whoever can use it.
  for (let given = true; given && free > 0; ) {
    given = false;
    for (const column of layout) {
      if (free <= 0 || column.width >= COLUMNS[column.id].most) continue;
      column.width += 1;
      free -= 1;
      given = true;
    }
  }
  return layout;
}

/** The line of the labels, without its line end. */
export function tableHeader(layout: TableLayout): string {
  return tableLine(layout, (id) => COLUMNS[id].label);
}

/** The line of an event, without its line end; nothing in it acts on a terminal. */
export function tableRow(layout: TableLayout, event: Event): string {
  return tableLine(layout, (id) => escapeHidden(COLUMNS[id].value(event)));
}

function tableLine(layout: TableLayout, text: (id: ColumnId) => string): string {
  return layout
    .map(({ id, width }) => fitToWidth(text(id), width))
    .join(GAP)
    .trimEnd();
}

/** `2026-11-12T14:31:07Z` as `2026-11-12 14:31:07`: the label names the zone. */
function spaced(time: string): string {
  return time.replace("T", " ").replace(/Z$/, "");
}

/** Who is behind it, and as what it acted: `alice@example.com → ProdAdmin`. */
function whoText({ actor: { name, origin } }: Event): string {
  if (origin === undefined || origin.kind === "unknown" || origin.name === name) return name;
  return `${origin.name} → ${name}`;
}

/** Success is the rule and goes without saying. */
function outcomeText({ outcome, errorCode }: Event): string {
  if (outcome === "success") return "";
  return errorCode === null ? outcome : `${outcome} ${errorCode}`;
}

function resourceText({ resources: [first, ...others] }: Event): string {
  if (first === undefined) return "";
  return others.length === 0 ? first.id : `${first.id} +${others.length}`;
}
