import type { Name } from "#lib/search/field-name.ts";
import { parseClauses } from "#lib/search/parse-query.ts";
import { type Token, tokenize } from "#lib/search/tokenize.ts";

/** Whose values can be completed. */
export type CompletionOwner = Extract<Name, { kind: "field" | "path" | "is" }>;

/**
 * What stands at the caret of a query and can be completed: the range [start, end) is what a suggestion replaces,
 * `typed` the part of it before the caret, escapes and quotation marks resolved.
 */
export type Completion = {
  readonly start: number;
  readonly end: number;
  readonly typed: string;
  /** Whose value it is; null for the beginning of a condition: a name, or free text. */
  readonly owner: CompletionOwner | null;
};

/** null where nothing can be: inside a keyword, or after a name that is none. */
export function completionAt(text: string, caret: number): Completion | null {
  // For each open bracket, whose values stand in it; undefined where that is a name that is refused.
  const owners: (CompletionOwner | null | undefined)[] = [];
  let previous: Token | undefined;
  for (const token of tokenize(text)) {
    const follows = previous?.kind === "name" && previous.end === token.start ? previous : undefined;
    const owner = follows === undefined ? (owners.length === 0 ? null : owners.at(-1)) : ownerOf(follows);
    if (caret < token.start || (caret === token.start && !isWord(token))) break;
    if (caret <= token.end && !isPassed(token, caret)) return within(text, token, caret, owner);
    if (token.kind === "open") owners.push(owner);
    if (token.kind === "close") owners.pop();
    previous = token;
  }
  const direct = previous?.kind === "name" && previous.end === caret ? previous : undefined;
  const owner = direct === undefined ? (owners.length === 0 ? null : owners.at(-1)) : ownerOf(direct);
  return owner === undefined ? null : { start: caret, end: caret, typed: "", owner };
}

/** The query without the condition that is being completed: what its values are counted among. */
export function queryAround(text: string, { start }: Completion): string {
  const { clauses, isAlternatives, problems } = parseClauses(text);
  if (isAlternatives) return "";
  const clause = clauses.find((one) => one.start <= start && start <= one.end);
  const rest = clause === undefined ? text : `${text.slice(0, clause.start)} ${text.slice(clause.end)}`;
  if (problems.length === 0) return rest.trim();
  // What is being typed may be no condition yet, and so no clause: then what stands before it.
  const before = text.slice(0, clause?.start ?? nameStart(text, start));
  return parseClauses(before).problems.length === 0 ? before.trim() : "";
}

function nameStart(text: string, start: number): number {
  return Math.max(text.lastIndexOf(" ", start - 1), 0);
}

function ownerOf(token: Token & { readonly kind: "name" }): CompletionOwner | undefined {
  const { name } = token;
  return name.kind === "field" || name.kind === "path" || name.kind === "is" ? name : undefined;
}

function isWord(token: Token): token is Token & { readonly kind: "word" | "quoted" } {
  return token.kind === "word" || token.kind === "quoted";
}

/** True for a token that is done where it ends: the next key begins something new. */
function isPassed(token: Token, caret: number): boolean {
  if (caret < token.end) return false;
  if (token.kind === "quoted") return token.isClosed;
  return token.kind !== "word" && token.kind !== "and" && token.kind !== "or" && token.kind !== "not";
}

function within(
  text: string,
  token: Token,
  caret: number,
  owner: CompletionOwner | null | undefined,
): Completion | null {
  const { start, end } = token;
  if (token.kind === "name") return { start, end, typed: text.slice(start, caret), owner: null };
  if (owner === undefined || !isWord(token)) return null;
  const before = text.slice(token.kind === "quoted" ? Math.min(start + 1, caret) : start, caret);
  return { start, end, typed: before.replaceAll(/\\(.)/gs, "$1"), owner };
}
