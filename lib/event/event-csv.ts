import type { Event } from "#lib/event/event.ts";

/**
 * Events as CSV (RFC 4180). A spreadsheet runs what begins like a formula, and every string of a record may have
 * been written by an attacker: such cells begin with an apostrophe here, which a spreadsheet takes for "text".
 */

const LINE_END = "\r\n";

/** The columns: the fields of an event in JSON, laid flat. What an event has several of is joined by `; `. */
const COLUMNS: readonly (readonly [name: string, value: (event: Event) => string | boolean | null])[] = [
  ["eventTime", (event) => event.eventTime],
  ["eventId", (event) => event.eventId],
  ["eventName", (event) => event.eventName],
  ["eventSource", (event) => event.eventSource],
  ["readOnly", (event) => event.readOnly],
  ["category", (event) => event.category],
  ["account", (event) => event.account],
  ["region", (event) => event.region],
  ["actorKind", (event) => event.actor.kind],
  ["actorName", (event) => event.actor.name],
  ["actorRole", (event) => event.actor.role],
  ["actorSession", (event) => event.actor.session],
  ["actorArn", (event) => event.actor.arn],
  ["actorAccessKeyId", (event) => event.actor.accessKeyId],
  ["actorVia", (event) => event.actor.via],
  ["sourceIp", (event) => event.sourceIp],
  ["userAgent", (event) => event.userAgent],
  ["outcome", (event) => event.outcome],
  ["errorCode", (event) => event.errorCode],
  ["resources", ({ resources }) => resources.map(({ id }) => id).join("; ")],
  ["resourceTypes", ({ resources }) => resources.map(({ type }) => type ?? "").join("; ")],
  ["origin", (event) => event.origin],
];

/** The first line, with its line end. */
export const CSV_HEADER = line(COLUMNS.map(([name]) => name));

/** One event as a line, with its line end. */
export function eventToCsv(event: Event): string {
  return line(COLUMNS.map(([, value]) => String(value(event) ?? "")));
}

/** One value as a cell: quoted where it must be, and nothing that a spreadsheet would run. */
export function csvCell(value: string): string {
  // The second row of signs are their full-width twins, which spreadsheets of East Asia accept as well. A field that
  // a program wrongly splits at a separator or a line end must not begin a formula either, hence the quotes.
  const text = /^[\s\0]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/.test(value) ? `'${value}` : value;
  return /[",;\r\n\t']|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function line(values: readonly string[]): string {
  return values.map(csvCell).join(",") + LINE_END;
}
