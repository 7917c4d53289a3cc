import { escapeHidden } from "#lib/base/escape-hidden.ts";
import { textWidth } from "#lib/base/text-width.ts";
import type { Problem } from "#lib/search/search.ts";

/** Characters shown around the place, so that the line does not wrap and the caret stays below it. */
const BEFORE = 50;
const AFTER = 25;

/** What is wrong with the query `q`, or an option: a sentence, and for a place in the query that place. */
export function describeProblem({ parameter, message, position }: Problem, q: string): string {
  const sentence = escapeHidden(parameter === "q" ? message : `--${parameter}: ${message}`);
  if (parameter !== "q" || position === null) return sentence;
  const start = position > BEFORE ? position - BEFORE : 0;
  const end = position + AFTER;
  const before = `  ${start > 0 ? "…" : ""}${escapeHidden(q.slice(start, position))}`;
  const after = `${escapeHidden(q.slice(position, end))}${end < q.length ? "…" : ""}`;
  return `${sentence}\n${before}${after}\n${" ".repeat(textWidth(before))}^`;
}
