import type { Problem } from "#lib/search/search.ts";
import { type Token, tokenize } from "#lib/search/tokenize.ts";

/**
 * What a stretch of a query is to a reader:
 * - `name`: a field or a path, with its colon
 * - `value`: what a field is compared with
 * - `text`: free text
 * - `operator`: AND, OR, brackets
 * - `not`: NOT and the minus
 * - `wildcard`: a live star
 * - `space`: what stands between
 */
export type PieceKind = "name" | "value" | "text" | "operator" | "not" | "wildcard" | "space";

export type Piece = {
  readonly start: number;
  readonly end: number;
  readonly kind: PieceKind;
  /** A problem lies in this word. */
  readonly isWrong: boolean;
};

/** The text cut into pieces that follow one another without a gap, from its first character to its last. */
export function highlightQuery(text: string, problems: readonly Problem[]): readonly Piece[] {
  const wrong = problems.flatMap(({ position }) => (position === null ? [] : [position]));
  const pieces: Piece[] = [];
  let at = 0;
  const owned: boolean[] = [];
  let previous: Token | undefined;
  for (const token of tokenize(text)) {
    if (token.start > at) pieces.push({ start: at, end: token.start, kind: "space", isWrong: false });
    const isValue = previous?.kind === "name" && previous.end === token.start;
    const isOwned = isValue || (owned.at(-1) ?? false);
    const isWrong = wrong.some((position) => isAt(token, position));
    for (const piece of piecesOf(text, token, isOwned)) pieces.push({ ...piece, isWrong });
    if (token.kind === "open") owned.push(isOwned);
    if (token.kind === "close") owned.pop();
    at = token.end;
    previous = token;
  }
  if (at < text.length) pieces.push({ start: at, end: text.length, kind: "space", isWrong: false });
  return pieces;
}

/** The word in which a problem lies, all of which is wrong; null where none is there, as behind the last. */
export function wrongWord(text: string, position: number): Token | null {
  return tokenize(text).find((token) => isAt(token, position)) ?? null;
}

function isAt({ start, end }: Token, position: number): boolean {
  return position >= start && position < end;
}

type Plain = Omit<Piece, "isWrong">;

function piecesOf(text: string, token: Token, isOwned: boolean): readonly Plain[] {
  const { start, end } = token;
  switch (token.kind) {
    case "name":
      return [{ start, end, kind: "name" }];
    case "minus":
    case "not":
      return [{ start, end, kind: "not" }];
    case "quoted":
      return [{ start, end, kind: isOwned ? "value" : "text" }];
    case "word":
      return wordPieces(text, start, end, isOwned ? "value" : "text");
    default:
      return [{ start, end, kind: "operator" }];
  }
}

function wordPieces(text: string, start: number, end: number, kind: "value" | "text"): readonly Plain[] {
  const pieces: Plain[] = [];
  let from = start;
  for (let at = start; at < end; at += 1) {
    // A backslash takes the meaning from what follows it.
    if (text.charAt(at) === "\\") at += 1;
    else if (text.charAt(at) === "*") {
      if (at > from) pieces.push({ start: from, end: at, kind });
      pieces.push({ start: at, end: at + 1, kind: "wildcard" });
      from = at + 1;
    }
  }
  if (end > from) pieces.push({ start: from, end, kind });
  return pieces;
}
