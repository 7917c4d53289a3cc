import { type Clause, LIMITS, QueryParser } from "#lib/search/query-parser.ts";
import type { Condition, Problem } from "#lib/search/search.ts";
import { tokenize } from "#lib/search/tokenize.ts";

/**
 * A query always gives a condition. Where there are problems it is the best reading, fit to be shown and never
 * to be run. Positions count UTF-16 units of the text from 0.
 */
export type Query = { readonly where: Condition; readonly problems: readonly Problem[] };

/** Reads `q`: the language of docs/query.md, decided in docs/adr/0003-query-grammar.md. */
export function parseQuery(text: string): Query {
  const { where, problems } = parseClauses(text);
  return { where, problems };
}

export type QueryClauses = Query & {
  readonly clauses: readonly Clause[];
  /** True where the whole query is alternatives, `a OR b`, with no brackets around them: one clause. */
  readonly isAlternatives: boolean;
};

/** As parseQuery, with the place of each top-level condition, for edits that leave the rest of the text alone. */
export function parseClauses(text: string): QueryClauses {
  const parser = new QueryParser(tokenize(text.slice(0, LIMITS.characters)));
  const where = parser.readWhole();
  return {
    where,
    problems: problemOfWhole(text) ?? inReadingOrder(parser.problems),
    clauses: parser.clauses(where),
    isAlternatives: parser.isAlternatives,
  };
}

/** What makes the text unreadable whatever it says: then no other problem is worth a word. */
function problemOfWhole(text: string): readonly Problem[] | null {
  if (text.length > LIMITS.characters) {
    const message = `The query is longer than ${LIMITS.characters} characters.`;
    return [{ parameter: "q", message, position: LIMITS.characters }];
  }
  const nul = text.indexOf("\u0000");
  if (nul < 0) return null;
  return [
    {
      parameter: "q",
      message: "The query holds a NUL character, which no stored value does.",
      position: nul,
    },
  ];
}

function inReadingOrder(problems: readonly Problem[]): readonly Problem[] {
  return problems.toSorted((one, other) => (one.position ?? 0) - (other.position ?? 0));
}
