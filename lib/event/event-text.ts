import { escapeHidden } from "#lib/base/escape-hidden.ts";
import type { Event } from "#lib/event/event.ts";
import { CSV_COLUMNS, type CsvColumn, csvHeader, eventToCsv } from "#lib/event/event-csv.ts";

/**
 * Any number of events as text, a part at a time, the same wherever it goes to: a download, a file, a pipe. In JSON
 * hidden characters are written as escapes, which is the same JSON and does nothing to a terminal.
 */
export const TEXT_FORMATS = ["csv", "ndjson", "json"] as const;
export type TextFormat = (typeof TEXT_FORMATS)[number];

/** An event, and its record's JSON on one line where records were asked for. */
export type WrittenEvent = { readonly event: Event; readonly record: string | null };

export type EventText = {
  /** Comes first, whether or not any event follows. */
  readonly head: string;
  /** The next events; none give an empty text. */
  readonly part: (events: readonly WrittenEvent[]) => string;
  /** Comes last. In JSON, `rest` stands beside the events: a document without it is a broken one. */
  readonly tail: (rest: Readonly<Record<string, unknown>>) => string;
};

export type TextOptions = {
  /** CSV only. */
  readonly columns?: readonly CsvColumn[];
  /** CSV only: a byte order mark in front, without which Excel reads UTF-8 as something else. */
  readonly mark?: boolean;
};

/** Writes events in a format, part by part: head, any number of parts, tail. */
export function createEventText(format: TextFormat, options: TextOptions = {}): EventText {
  switch (format) {
    case "csv":
      return csvText(options);
    case "ndjson":
      return { head: "", part: (events) => events.map((one) => `${toJson(one)}\n`).join(""), tail: () => "" };
    case "json":
      return jsonText();
  }
}

function csvText({ columns = CSV_COLUMNS, mark = false }: TextOptions): EventText {
  return {
    head: (mark ? "\ufeff" : "") + csvHeader(columns),
    part: (events) => events.map(({ event }) => eventToCsv(event, columns)).join(""),
    tail: () => "",
  };
}

function jsonText(): EventText {
  let isFirst = true;
  return {
    head: '{"events":[',
    part(events) {
      if (events.length === 0) return "";
      const before = isFirst ? "\n" : ",\n";
      isFirst = false;
      return before + events.map(toJson).join(",\n");
    },
    tail: (rest) => `${isFirst ? "" : "\n"}],${JSON.stringify(rest).slice(1)}\n`,
  };
}

/** The record's own text is put in as it is: printing it again would change numbers, escapes and repeated keys. */
function toJson({ event, record }: WrittenEvent): string {
  // What a file says must not hang on which list of countries was there when it was written.
  const { place: _, ...told } = event;
  const json = escapeHidden(JSON.stringify(told));
  return record === null ? json : `${json.slice(0, -1)},"record":${record}}`;
}
