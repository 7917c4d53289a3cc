import { describeProblem } from "#bin/commands/describe-problem.ts";
import { readArguments, usageFailure } from "#bin/commands/read-arguments.ts";
import type { Search } from "#lib/search/search.ts";
import { toSearch } from "#lib/search/view-url.ts";
import { Failure } from "#lib/server/failure.ts";

const FORMATS = ["table", "json", "ndjson", "csv"] as const;
export type Format = (typeof FORMATS)[number];

export type SearchRequest = {
  readonly q: string;
  readonly search: Search;
  readonly order: "desc" | "asc";
  /** null: every one. */
  readonly limit: number | null;
  readonly format: Format;
  /** True: each event carries its record as delivered. Only where every event is wanted, as JSON. */
  readonly withRecords: boolean;
};

const TEXTS = ["from", "to", "limit", "order", "format"] as const;
const FLAGS = ["all", "record"] as const;
const DEFAULT_LIMIT = 50;

/**
 * Reads what is behind `waymark search`. `now`: milliseconds since 1970.
 * @throws Failure: bad-request for an option, bad-query for a query or a time that cannot be read
 */
export function readSearchArguments(args: readonly string[], now: number): SearchRequest {
  const { texts, flags, positionals } = readArguments(shieldNegations(args), { texts: TEXTS, flags: FLAGS });
  const q = positionals.map((part) => part.trim()).join(" ");
  if (flags.all && texts.limit !== undefined) throw usageFailure("Say --all or --limit, not both.");
  const limit = flags.all ? null : readLimit(texts.limit);
  const order = oneOf("order", texts.order ?? "desc", ["desc", "asc"]);
  const format = oneOf("format", texts.format ?? "table", FORMATS);
  if (flags.record && format !== "json" && format !== "ndjson") {
    throw usageFailure("--record goes with --format ndjson or json.");
  }
  if (flags.record && limit !== null) throw usageFailure("--record goes with --all.");
  const { search, problems } = toSearch({ q, from: texts.from ?? null, to: texts.to ?? null }, now);
  if (problems.length > 0) {
    throw new Failure("bad-query", problems.map((problem) => describeProblem(problem, q)).join("\n"));
  }
  return { q, search, order, limit, format, withRecords: flags.record };
}

/**
 * `-region:us-east-1` is a condition of the query and no option: all options but `-h` begin with two dashes. A blank
 * in front means nothing to the query.
 */
function shieldNegations(args: readonly string[]): readonly string[] {
  return args.map((argument) => (/^-[^-]/.test(argument) ? ` ${argument}` : argument));
}

function readLimit(text: string | undefined): number | null {
  if (text === undefined) return DEFAULT_LIMIT;
  if (text === "all") return null;
  const limit = /^\d{1,15}$/.test(text) ? Number(text) : 0;
  if (limit > 0) return limit;
  throw usageFailure(`--limit is a whole number from 1 on, or all, not ${JSON.stringify(text)}.`);
}

function oneOf<Choice extends string>(option: string, text: string, choices: readonly Choice[]): Choice {
  const chosen = choices.find((choice) => choice === text);
  if (chosen !== undefined) return chosen;
  throw usageFailure(`--${option} is ${choices.join(" or ")}, not ${JSON.stringify(text)}.`);
}
