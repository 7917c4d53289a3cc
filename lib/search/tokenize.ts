import { type Name, readName } from "#lib/search/field-name.ts";

/**
 * The words of a query, each with its place: `start` and `end` count UTF-16 units from 0. The parser reads
 * them and the search box colours by them. Nothing is refused here; what is not a token is white space.
 */
export type Token = { readonly start: number; readonly end: number } & (
  | { readonly kind: "open" | "close" | "and" | "or" | "not" | "minus" }
  /** `event:` with its colon. Its value, if any, is the next token and begins where this one ends. */
  | { readonly kind: "name"; readonly name: Name }
  /** A bare word, cut at its wildcards: `a*b` is ["a", "b"]. */
  | { readonly kind: "word"; readonly pieces: readonly string[] }
  | { readonly kind: "quoted"; readonly text: string; readonly isClosed: boolean }
);

const SPACE = /\s/;
/** What a backslash in a bare word makes literal: punctuation and white space. Before anything else it is itself. */
const ESCAPABLE = /[\s!-/:-@[-`{-~]/;
const KEYWORDS = new Map([
  ["AND", "and"],
  ["OR", "or"],
  ["NOT", "not"],
] as const);

/**
 * The text of a query cut into tokens, each with its place; any text can be cut, what cannot be read is said by the
 * parser.
 */
export function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = [];
  // For each open bracket, whether it belongs to a field, so that only values stand in it.
  const brackets: boolean[] = [];
  let at = 0;
  while (at < text.length) {
    if (SPACE.test(text.charAt(at))) {
      at += 1;
      continue;
    }
    const last = tokens.at(-1);
    const isValue = last?.kind === "name" && last.end === at;
    const inValues = brackets.at(-1) ?? false;
    const token = readToken(text, at, isValue, inValues);
    if (token.kind === "open") brackets.push(isValue || inValues);
    if (token.kind === "close") brackets.pop();
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

function readToken(text: string, start: number, isValue: boolean, inValues: boolean): Token {
  const char = text.charAt(start);
  const end = start + 1;
  if (char === "(") return { kind: "open", start, end };
  if (char === ")") return { kind: "close", start, end };
  if (char === '"') return readQuoted(text, start);
  if (isValue) return readWord(text, start);
  if (char === "-") return { kind: "minus", start, end };
  return readNameToken(text, start, inValues) ?? readKeyword(text, start) ?? readWord(text, start);
}

/** Inside quotes only `\"` and `\\` are escapes. */
function readQuoted(text: string, start: number): Token {
  let content = "";
  let at = start + 1;
  while (at < text.length) {
    const char = text.charAt(at);
    if (char === '"') return { kind: "quoted", text: content, isClosed: true, start, end: at + 1 };
    const next = text.charAt(at + 1);
    const isEscape = char === "\\" && (next === '"' || next === "\\");
    content += isEscape ? next : char;
    at += isEscape ? 2 : 1;
  }
  return { kind: "quoted", text: content, isClosed: false, start, end: text.length };
}

type BareWord = {
  readonly pieces: readonly string[];
  readonly end: number;
  readonly firstColon: number | null;
};

function readBareWord(text: string, start: number): BareWord {
  const pieces = [""];
  let firstColon: number | null = null;
  let at = start;
  while (at < text.length) {
    let char = text.charAt(at);
    if (SPACE.test(char) || char === "(" || char === ")" || char === '"') break;
    const isEscape = char === "\\" && ESCAPABLE.test(text.charAt(at + 1));
    if (isEscape) {
      at += 1;
      char = text.charAt(at);
    }
    if (char === ":" && !isEscape) firstColon ??= at;
    if (char === "*" && !isEscape) pieces.push("");
    else pieces.push((pieces.pop() ?? "") + char);
    at += 1;
  }
  return { pieces, end: at, firstColon };
}

function readWord(text: string, start: number): Token {
  const { pieces, end } = readBareWord(text, start);
  return { kind: "word", pieces, start, end };
}

function readNameToken(text: string, start: number, inValues: boolean): Token | null {
  const { end, firstColon } = readBareWord(text, start);
  if (firstColon === null || firstColon === start) return null;
  const pieces = readBareWord(text.slice(start, firstColon), 0).pieces;
  const name = readName({
    name: pieces.join("*"),
    rest: text.slice(firstColon + 1, end),
    hasValue: end > firstColon + 1 || text.charAt(end) === '"' || text.charAt(end) === "(",
    hasWildcard: pieces.length > 1,
  });
  if (name === null) return null;
  // Among the values of a field a colon is mostly part of the value; a field's name there is a mistake to point at.
  if (inValues && name.kind !== "field" && name.kind !== "is") return null;
  return { kind: "name", name, start, end: firstColon + 1 };
}

function readKeyword(text: string, start: number): Token | null {
  for (const [word, kind] of KEYWORDS) {
    if (text.startsWith(word, start) && readBareWord(text, start).end === start + word.length) {
      return { kind, start, end: start + word.length };
    }
  }
  return null;
}
