import { parseQuery } from "#lib/search/parse-query.ts";
import type { Problem, Search } from "#lib/search/search.ts";
import { parseTimeRange } from "#lib/search/time-range.ts";
import { formatColumns, parseColumns, type ViewColumn } from "#lib/search/view-columns.ts";
import { readViewParameters, type UrlParameters } from "#lib/search/view-parameters.ts";

/**
 * The whole state of an explorer view, as its URL carries it. Times stay text, so that a link to the last day
 * means the last day whenever it is opened.
 */
export type View = {
  readonly q: string;
  /** As typed: ISO 8601 or relative; null leaves the end open. A page may put a default of its own here. */
  readonly from: string | null;
  readonly to: string | null;
  /** For display only: `utc`, `local` (the browser's) or an IANA name such as `Europe/Berlin`. */
  readonly tz: string;
  readonly order: "desc" | "asc";
  /** Rows on a page, 1 to 500: events, or bursts of them while these are folded. */
  readonly limit: number;
  /** True folds bursts of the same call into one row each. Counts and exports know nothing of it. */
  readonly fold: boolean;
  /** null: the page's own choice. */
  readonly columns: readonly ViewColumn[] | null;
  /** The id of the event that is open in the panel. */
  readonly event: string | null;
  /** The page marker of lib/search/cursor.ts; null: the first page. */
  readonly cursor: string | null;
};

export const DEFAULT_VIEW: View = {
  q: "",
  from: null,
  to: null,
  tz: "utc",
  order: "desc",
  limit: 50,
  fold: true,
  columns: null,
  event: null,
  cursor: null,
};

const MOST_EVENTS = 500;

/**
 * Reads a view from a URL's parameters. Whatever cannot be read is named in `problems` and replaced by its
 * default; these include what is wrong with `q`, `from` and `to`. `now`: milliseconds since 1970.
 */
export function parseView(
  parameters: UrlParameters,
  now: number,
): { readonly view: View; readonly problems: readonly Problem[] } {
  const { values, problems: own } = readViewParameters(parameters);
  const problems: Problem[] = [...own];
  const text = (name: keyof typeof values) => values[name] || null;
  const refuse = (parameter: string, message: string) => {
    problems.push({ parameter, message, position: null });
  };
  const columns = values.cols === undefined || values.cols === "" ? null : parseColumns(values.cols);
  problems.push(...(columns?.problems ?? []));
  const view: View = {
    q: values.q ?? DEFAULT_VIEW.q,
    from: text("from"),
    to: text("to"),
    tz: readTimeZone(text("tz"), refuse),
    order: readOrder(text("order"), refuse),
    limit: readLimit(text("limit"), refuse),
    fold: readFold(text("fold"), refuse),
    columns: columns?.columns ?? null,
    event: text("event"),
    cursor: text("cursor"),
  };
  return { view, problems: [...toSearch(view, now).problems, ...problems] };
}

/** What the view asks for. parseView has given the same problems already. `now`: milliseconds since 1970. */
export function toSearch(
  view: Pick<View, "q" | "from" | "to">,
  now: number,
): { readonly search: Search; readonly problems: readonly Problem[] } {
  const query = parseQuery(view.q);
  const time = parseTimeRange(view.from, view.to, now);
  return {
    search: { where: query.where, range: time.range },
    problems: [...query.problems, ...time.problems],
  };
}

/**
 * The view as a query string without `?`: defaults left out, always in the same order, so equal views are equal text.
 */
export function formatView(view: View): string {
  const differs = (name: keyof View) => view[name] !== null && view[name] !== DEFAULT_VIEW[name];
  const parameters = new URLSearchParams();
  for (const name of ["q", "from", "to", "tz", "order", "limit"] as const) {
    if (differs(name)) parameters.set(name, String(view[name]));
  }
  if (!view.fold) parameters.set("fold", "off");
  if (view.columns !== null && view.columns.length > 0) parameters.set("cols", formatColumns(view.columns));
  for (const name of ["event", "cursor"] as const) {
    if (differs(name)) parameters.set(name, String(view[name]));
  }
  return legible(parameters.toString());
}

/** These four mean nothing inside a query string, and keep it short and readable when they stand as they are. */
function legible(encoded: string): string {
  return encoded.replaceAll("%3A", ":").replaceAll("%2F", "/").replaceAll("%2C", ",").replaceAll("%40", "@");
}

type Refuse = (parameter: string, message: string) => void;

function readLimit(text: string | null, refuse: Refuse): number {
  if (text === null) return DEFAULT_VIEW.limit;
  const limit = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  if (limit >= 1 && limit <= MOST_EVENTS) return limit;
  refuse("limit", `limit is a whole number from 1 to ${MOST_EVENTS}, not ${text}.`);
  return DEFAULT_VIEW.limit;
}

function readOrder(text: string | null, refuse: Refuse): View["order"] {
  if (text === null || text === "desc" || text === "asc") return text ?? DEFAULT_VIEW.order;
  refuse("order", `order is desc (newest first) or asc, not ${text}.`);
  return DEFAULT_VIEW.order;
}

function readFold(text: string | null, refuse: Refuse): boolean {
  const is = text?.toLowerCase() ?? "on";
  if (is === "off" || is === "0" || is === "false") return false;
  if (is !== "on" && is !== "1" && is !== "true") refuse("fold", `fold is on or off, not ${text}.`);
  return true;
}

function readTimeZone(text: string | null, refuse: Refuse): string {
  if (text === null) return DEFAULT_VIEW.tz;
  const lower = text.toLowerCase();
  if (lower === "utc" || lower === "local") return lower;
  if (isTimeZone(text)) return text;
  refuse("tz", `tz is utc, local or a time zone such as Europe/Berlin, not ${text}.`);
  return DEFAULT_VIEW.tz;
}

function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][\w+/-]{0,63}$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch (error) {
    // Intl has no other way to say that it does not know a zone.
    if (error instanceof RangeError) return false;
    throw error;
  }
}
