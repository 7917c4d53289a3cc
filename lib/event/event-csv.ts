import type { Event } from "#lib/event/event.ts";

/**
 * Events as CSV (RFC 4180). A spreadsheet runs what begins like a formula, and every string of a record may have
 * been written by an attacker: such cells begin with an apostrophe here, which a spreadsheet takes for "text".
 * A spreadsheet of a country that writes 1,5 splits at semicolons, does not see the quotes of a cell in the middle
 * of its line, and so may begin a cell anywhere: what would be a formula then gets an apostrophe as well. NUL, at
 * which many readers stop, is shown as its picture. Whoever needs every character takes NDJSON.
 */

const LINE_END = "\r\n";

/** The columns: the fields of an event in JSON, laid flat. What an event has several of is joined by `; `. */
const COLUMNS = {
  eventTime: (event) => event.eventTime,
  eventId: (event) => event.eventId,
  eventName: (event) => event.eventName,
  eventSource: (event) => event.eventSource,
  readOnly: (event) => String(event.readOnly),
  category: (event) => event.category,
  account: (event) => event.account,
  region: (event) => event.region,
  actorKind: (event) => event.actor.kind,
  actorName: (event) => event.actor.name,
  actorRole: (event) => event.actor.role,
  actorSession: (event) => event.actor.session,
  actorArn: (event) => event.actor.arn,
  actorAccessKeyId: (event) => event.actor.accessKeyId,
  actorVia: (event) => event.actor.via,
  sourceIp: (event) => event.sourceIp,
  userAgent: (event) => event.userAgent,
  outcome: (event) => event.outcome,
  errorCode: (event) => event.errorCode,
  resources: ({ resources }) => resources.map(({ id }) => id).join("; "),
  resourceTypes: ({ resources }) => resources.map(({ type }) => type ?? "").join("; "),
  origin: (event) => event.origin,
  // Who is behind the credential stands last: files that were read by the places of their columns stay readable.
  actorOriginKind: ({ actor }) => actor.origin?.kind ?? null,
  actorOrigin: ({ actor }) => actor.origin?.name ?? null,
  actorOriginGrade: ({ actor }) => actor.origin?.grade ?? null,
  actorPath: ({ actor }) => actor.path?.join("; ") ?? null,
} as const satisfies Readonly<Record<string, (event: Event) => string | null>>;

export type CsvColumn = keyof typeof COLUMNS;

export function isCsvColumn(name: string): name is CsvColumn {
  return Object.hasOwn(COLUMNS, name);
}

/** Every column, in the order in which they stand if nobody asks for another. */
export const CSV_COLUMNS: readonly CsvColumn[] = Object.keys(COLUMNS).filter(isCsvColumn);

/** The first line, with its line end. */
export function csvHeader(columns: readonly CsvColumn[] = CSV_COLUMNS): string {
  return line(columns);
}

/** One event as a line, with its line end. */
export function eventToCsv(event: Event, columns: readonly CsvColumn[] = CSV_COLUMNS): string {
  return line(columns.map((name) => COLUMNS[name](event) ?? ""));
}

/** The signs that begin a formula, and their full-width twins, which spreadsheets of East Asia accept as well. */
const FORMULA = String.raw`[=+\-@\uff1d\uff0b\uff0d\uff20]`;
const BEGINS_FORMULA = new RegExp(String.raw`^[\s\0"]*(?:${FORMULA}|[\t\r\n])|^[\t\r\n]`);
/** Behind what another reader of the file may take for the end of a cell or of a line. */
const INNER_FORMULA = new RegExp(String.raw`([;\t\r\n|][\s\0"]*)(?=${FORMULA})`, "g");

/** One value as a cell: quoted where it must be, and nothing that a spreadsheet would run. */
export function csvCell(value: string): string {
  const tamed = value.replace(INNER_FORMULA, "$1'");
  const text = (BEGINS_FORMULA.test(value) ? `'${tamed}` : tamed).replaceAll("\0", "\u2400");
  return /[",;\r\n\t'|]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function line(values: readonly string[]): string {
  return values.map(csvCell).join(",") + LINE_END;
}
