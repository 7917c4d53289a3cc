import * as z from "zod";
import { CSV_COLUMNS, isCsvColumn } from "#lib/event/event-csv.ts";
import { TEXT_FORMATS } from "#lib/event/event-text.ts";
import { FACET_FIELDS, FACET_LIMIT, MOST_BUCKETS } from "#lib/search/summary.ts";

/**
 * The parameters of the routes that only read. These schemas check the requests, and the document at
 * /api/openapi.json is made from them. What a query or a time means is beyond a schema: the language's own reader
 * checks that, in read-search.ts.
 */

const order = z
  .enum(["desc", "asc"], { error: (issue) => `order is desc (newest first) or asc, not ${issue.input}.` })
  .default("desc")
  .describe("desc: newest first. asc: oldest first.");

/** A whole number in a URL's text. */
export function wholeNumber(
  name: string,
  { least = 1, ...range }: { readonly least?: number; readonly most: number; readonly usual: number },
) {
  const error = (issue: { readonly input?: unknown }) =>
    `${name} is a whole number from ${least} to ${range.most}, not ${issue.input}.`;
  return z.coerce
    .number({ error })
    .int({ error })
    .min(least, { error })
    .max(range.most, { error })
    .default(range.usual);
}

const flag = (name: string) =>
  z.enum(["true", "false"], { error: `${name} is true or false.` }).default("false");

/** What every route over events takes. */
export const SearchParameters = z.object({
  q: z
    .string()
    .default("")
    .describe("The query, as in the search box: `event:StopInstances -role:ci`. Empty: every event."),
  from: z
    .string()
    .optional()
    .describe("The first moment: ISO 8601 or relative (`now-7d`). Absent: from the first event."),
  to: z
    .string()
    .optional()
    .describe("The moment after the last: ISO 8601 or relative. Absent: to the newest event."),
});

export const ActorParameters = z.object({
  kind: z
    .enum(["any", "role"], { error: (issue) => `kind is any or role, not ${issue.input}.` })
    .default("any")
    .describe(
      "role: the calls made as a role of this name, whoever was behind them. any: the calls of whoever has this name, through any chain of roles.",
    ),
  from: SearchParameters.shape.from.describe(
    "The first moment: ISO 8601 or relative (`now-7d`). Absent: 30 days before the end or the newest event, at the hour that holds that moment.",
  ),
  to: SearchParameters.shape.to,
});

export const ListParameters = SearchParameters.extend({
  order,
  limit: wholeNumber("limit", { most: 500, usual: 50 }).describe("Events on a page."),
  cursor: z.string().optional().describe("`nextCursor` or `prevCursor` of another page of this very search."),
});

export const NewerParameters = SearchParameters.extend({
  cursor: z
    .string({ error: "cursor is missing: the `prevCursor` or `nextCursor` of a page, newest first." })
    .describe("A place in this very search, newest first: `prevCursor` or `nextCursor` of a page."),
});

const columns = z
  .string()
  .transform((text) => text.split(",").filter((name) => name !== ""))
  .pipe(
    z
      .array(
        z.string().refine(isCsvColumn, {
          error: (issue) => `There is no CSV column ${issue.input}. There are: ${CSV_COLUMNS.join(", ")}.`,
        }),
      )
      .transform((names) => names.filter(isCsvColumn)),
  );

export const ExportParameters = SearchParameters.extend({
  order,
  format: z
    .enum(TEXT_FORMATS, { error: (issue) => `format is csv, ndjson or json, not ${issue.input}.` })
    .default("csv")
    .describe(
      "csv: for spreadsheets. ndjson: one JSON object a line. json: one document, `{events, count}`.",
    ),
  columns: columns
    .optional()
    .describe(
      `CSV only: names of columns, with commas between. Absent: all. Names: ${CSV_COLUMNS.join(", ")}.`,
    ),
  record: flag("record").describe(
    "ndjson and json only. true: each event carries `record`, its record as AWS delivered it.",
  ),
  bom: flag("bom").describe(
    "CSV only. true: the file begins with a byte order mark, without which Excel misreads UTF-8.",
  ),
});

/** `field` may stand there several times: its values are checked by parseFacetFields. */
export const FacetParameters = SearchParameters.extend({
  field: z
    .string()
    .optional()
    .describe(
      `A field to list the values of; may be given several times. Absent: all. Names: ${FACET_FIELDS.join(", ")}.`,
    ),
  limit: wholeNumber("limit", FACET_LIMIT).describe("Values of a field."),
  search: z
    .string()
    .optional()
    .describe("Only values that contain this, or accounts whose name does, without regard to case."),
});

/** With fewer than twelve, thousands of years (a forged time is enough) would not fit. */
const LEAST_BUCKETS = 12;

export const HistogramParameters = SearchParameters.extend({
  buckets: wholeNumber("buckets", { least: LEAST_BUCKETS, most: MOST_BUCKETS, usual: MOST_BUCKETS }).describe(
    "At most so many buckets; their size is a round one.",
  ),
});

export const NeighbourParameters = z.object({
  account: z
    .string()
    .optional()
    .describe("Where events of several accounts have this id: the account of the one that is meant."),
});

/** The first value of each parameter; one without text counts as absent, as forms send it. */
export function firstValues(parameters: URLSearchParams): Readonly<Record<string, string>> {
  const values: Record<string, string> = {};
  for (const [name, value] of parameters) {
    if (value !== "" && !Object.hasOwn(values, name)) values[name] = value;
  }
  return values;
}
