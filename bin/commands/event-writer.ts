import type { Output } from "#bin/commands/output.ts";
import type { Format } from "#bin/commands/search-arguments.ts";
import { escapeHidden } from "#lib/base/escape-hidden.ts";
import type { Coverage } from "#lib/db/read-coverage.ts";
import type { PlaceCoverage } from "#lib/db/read-place-coverage.ts";
import type { Event } from "#lib/event/event.ts";
import { CSV_HEADER, eventToCsv } from "#lib/event/event-csv.ts";
import { layOutTable, tableHeader, tableRow } from "#lib/event/event-table.ts";

/** What the JSON says beside the events, as GET /api/events does. */
export type Ending = {
  readonly nextCursor: string | null;
  readonly coverage: Coverage & { readonly place: PlaceCoverage | null };
};

/** Writes a result page by page, and keeps none of it. */
export type EventWriter = {
  page(events: readonly Event[]): Promise<void>;
  end(ending: () => Promise<Ending>): Promise<void>;
};

/** Where the table goes to no terminal: wide enough for every column. */
const CELLS = 200;

/** A writer of this format; what it writes begins at the first page, or at the end where there is none. */
export function createEventWriter(format: Format, out: Output): EventWriter {
  switch (format) {
    case "table":
      return tableWriter(out);
    case "json":
      return jsonWriter(out);
    case "ndjson":
      return {
        page: (events) => out.write(joined(events, (event) => `${toJson(event)}\n`)),
        end: async () => {},
      };
    case "csv":
      return csvWriter(out);
  }
}

function tableWriter(out: Output): EventWriter {
  const layout = layOutTable(out.columns() ?? CELLS);
  let head = `${tableHeader(layout)}\n`;
  return {
    async page(events) {
      if (events.length === 0) return;
      await out.write(head + joined(events, (event) => `${tableRow(layout, event)}\n`));
      head = "";
    },
    end: async () => {},
  };
}

function csvWriter(out: Output): EventWriter {
  let head = CSV_HEADER;
  return {
    async page(events) {
      await out.write(head + joined(events, eventToCsv));
      head = "";
    },
    end: async () => (head === "" ? undefined : out.write(head)),
  };
}

function jsonWriter(out: Output): EventWriter {
  let before = '{"events":[\n';
  let isEmpty = true;
  return {
    async page(events) {
      if (events.length === 0) return;
      await out.write(before + events.map(toJson).join(",\n"));
      before = ",\n";
      isEmpty = false;
    },
    async end(ending) {
      const rest = JSON.stringify(await ending()).slice(1);
      await out.write(`${isEmpty ? '{"events":[' : "\n"}],${rest}\n`);
    },
  };
}

/** On one line, with what a terminal would act on written as JSON's escapes. */
function toJson(event: Event): string {
  return escapeHidden(JSON.stringify(event));
}

function joined(events: readonly Event[], text: (event: Event) => string): string {
  return events.map(text).join("");
}
