import { parseQuery } from "#lib/search/parse-query.ts";
import type { Problem } from "#lib/search/search.ts";
import { tokenize } from "#lib/search/tokenize.ts";

/**
 * What is wrong with a query that is still being typed: without what the next keys may well put right (a word at
 * the caret, a bracket or a quotation mark that is open at the end). `caret` null: nobody types, all of it.
 */
export function draftProblems(text: string, caret: number | null): readonly Problem[] {
  const { problems } = parseQuery(text);
  if (caret === null || problems.length === 0) return problems;
  const lasting = parseQuery(completed(text)).problems;
  const tokens = tokenize(text);
  return problems.filter(({ position, message }) => {
    if (!lasting.some((other) => other.position === position && other.message === message)) return false;
    const token = tokens.find((one) => position !== null && one.start <= position && position < one.end);
    return token === undefined || caret < token.start || caret > token.end;
  });
}

/** The text as it would stand if whatever is open at its end were given the least that closes it. */
function completed(text: string): string {
  let whole = text;
  const last = tokenize(text).at(-1);
  if (last?.kind === "quoted" && !last.isClosed) {
    // The quotation mark alone would be text after a backslash, and nothing after another mark.
    whole += `${text.endsWith("\\") ? "\\" : ""}x"`;
  } else if (last?.kind === "name" || last?.kind === "minus") {
    whole = `${text.slice(0, last.end)}x${text.slice(last.end)}`;
  } else if (last?.kind !== "word" && last?.kind !== "close" && last !== undefined) whole += " x";
  let open = 0;
  for (const token of tokenize(whole)) {
    if (token.kind === "open") open += 1;
    if (token.kind === "close" && open > 0) open -= 1;
  }
  return whole + ")".repeat(open);
}
