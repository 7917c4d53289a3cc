import type { Output } from "#bin/commands/output.ts";
import type { Format } from "#bin/commands/search-arguments.ts";
import type { PlaceCoverage } from "#lib/db/read-place-coverage.ts";
import { layOutTable, tableHeader, tableRow } from "#lib/event/event-table.ts";
import { createEventText, type TextFormat, type WrittenEvent } from "#lib/event/event-text.ts";
import type { Coverage } from "#lib/search/coverage.ts";

/** What the JSON says beside the events, as GET /api/events does. */
export type Ending = {
  readonly nextCursor: string | null;
  readonly coverage: Coverage & { readonly place: PlaceCoverage | null };
};

/** Writes a result page by page, and keeps none of it. */
export type EventWriter = {
  page(events: readonly WrittenEvent[]): Promise<void>;
  end(ending: () => Promise<Ending>): Promise<void>;
};

/** Where the table goes to no terminal: wide enough for every column. */
const CELLS = 200;

/** A writer of this format; what it writes begins at the first page, or at the end where there is none. */
export function createEventWriter(format: Format, out: Output): EventWriter {
  return format === "table" ? tableWriter(out) : textWriter(format, out);
}

function tableWriter(out: Output): EventWriter {
  const layout = layOutTable(out.columns() ?? CELLS);
  let head = `${tableHeader(layout)}\n`;
  return {
    async page(events) {
      if (events.length === 0) return;
      const lines = events.map(({ event }) => `${tableRow(layout, event)}\n`);
      await out.write(head + lines.join(""));
      head = "";
    },
    end: async () => {},
  };
}

/** The formats of an export, written as an export writes them. */
function textWriter(format: TextFormat, out: Output): EventWriter {
  const text = createEventText(format);
  let head = text.head;
  const withHead = (part: string) => {
    const whole = head + part;
    head = "";
    return whole === "" ? Promise.resolve() : out.write(whole);
  };
  return {
    page: (events) => withHead(text.part(events)),
    end: async (ending) => withHead(text.tail(format === "json" ? await ending() : {})),
  };
}
