import { readCsv } from "#lib/event/testing/read-csv.ts";

/** The ids of the events in an exported file, in its order. Throws where the file is broken. */
export function readExport(format: "csv" | "ndjson" | "json", text: string): string[] {
  switch (format) {
    case "csv": {
      const [header = [], ...rows] = readCsv(text);
      return rows.map((row) => row[header.indexOf("eventId")] ?? "");
    }
    case "ndjson":
      return text
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line).eventId);
    case "json": {
      const { events, count } = JSON.parse(text);
      if (events.length !== count) throw new Error(`${events.length} events, and not ${count}`);
      return events.map(({ eventId }: { readonly eventId: string }) => eventId);
    }
  }
}
