/**
 * JSON read without loss, for showing a record as it was delivered: numbers keep their digits (JSON.parse would
 * round 12345678901234567890), repeated keys are all kept, and the order stays. A hostile
 * record can nest without end: beyond MOST_DEEP levels, and for text that is not JSON, the answer is null.
 */

export type JsonNode =
  | { readonly kind: "object"; readonly entries: readonly JsonEntry[] }
  | { readonly kind: "array"; readonly items: readonly JsonNode[] }
  | { readonly kind: "string"; readonly value: string }
  | { readonly kind: "number"; readonly text: string }
  | { readonly kind: "word"; readonly text: "true" | "false" | "null" };

export type JsonEntry = { readonly key: string; readonly value: JsonNode };

const MOST_DEEP = 400;

const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|(.))/gs;
const ESCAPED: Readonly<Record<string, string>> = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };

/** The text, and how far it is read. */
type Reading = { readonly text: string; at: number };

/** The text as a tree; null if it is not one JSON value, or nests deeper than 400 levels. */
export function parseJsonText(text: string): JsonNode | null {
  const reading = { text, at: 0 };
  const node = readValue(reading, 0);
  take(reading, SPACE);
  return reading.at === text.length ? node : null;
}

/** The text of one member of a JSON object, token for token as it stands there; null where there is none. */
export function memberText(text: string, key: string): string | null {
  const reading = { text, at: 0 };
  take(reading, SPACE);
  if (!skip(reading, "{")) return null;
  do {
    take(reading, SPACE);
    const name = readString(reading);
    take(reading, SPACE);
    if (name === null || !skip(reading, ":")) return null;
    take(reading, SPACE);
    const start = reading.at;
    if (readValue(reading, 0) === null) return null;
    if (name === key) return text.slice(start, reading.at);
    take(reading, SPACE);
  } while (skip(reading, ","));
  return null;
}

function readValue(reading: Reading, depth: number): JsonNode | null {
  if (depth > MOST_DEEP) return null;
  take(reading, SPACE);
  if (skip(reading, "{")) return readObject(reading, depth);
  if (skip(reading, "[")) return readArray(reading, depth);
  const string = readString(reading);
  if (string !== null) return { kind: "string", value: string };
  const word = take(reading, WORD);
  if (word === "true" || word === "false" || word === "null") return { kind: "word", text: word };
  const number = take(reading, NUMBER);
  return number === null ? null : { kind: "number", text: number };
}

function readObject(reading: Reading, depth: number): JsonNode | null {
  const entries: JsonEntry[] = [];
  take(reading, SPACE);
  if (skip(reading, "}")) return { kind: "object", entries };
  do {
    take(reading, SPACE);
    const key = readString(reading);
    take(reading, SPACE);
    if (key === null || !skip(reading, ":")) return null;
    const value = readValue(reading, depth + 1);
    if (value === null) return null;
    entries.push({ key, value });
    take(reading, SPACE);
  } while (skip(reading, ","));
  return skip(reading, "}") ? { kind: "object", entries } : null;
}

function readArray(reading: Reading, depth: number): JsonNode | null {
  const items: JsonNode[] = [];
  take(reading, SPACE);
  if (skip(reading, "]")) return { kind: "array", items };
  do {
    const value = readValue(reading, depth + 1);
    if (value === null) return null;
    items.push(value);
    take(reading, SPACE);
  } while (skip(reading, ","));
  return skip(reading, "]") ? { kind: "array", items } : null;
}

function readString(reading: Reading): string | null {
  const { text, at } = reading;
  if (text[at] !== '"') return null;
  let end = text.indexOf('"', at + 1);
  while (end >= 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
  if (end < 0) return null;
  reading.at = end + 1;
  const inner = text.slice(at + 1, end);
  if (!inner.includes("\\")) return inner;
  return inner.replace(ESCAPE, (_, code: string | undefined, mark: string | undefined) =>
    code === undefined ? (ESCAPED[mark ?? ""] ?? mark ?? "") : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** True where an odd number of backslashes stands before the place. */
function isEscaped(text: string, at: number): boolean {
  let start = at;
  while (text[start - 1] === "\\") start -= 1;
  return (at - start) % 2 === 1;
}

function skip(reading: Reading, mark: string): boolean {
  if (reading.text[reading.at] !== mark) return false;
  reading.at += 1;
  return true;
}

function take(reading: Reading, pattern: RegExp): string | null {
  pattern.lastIndex = reading.at;
  const match = pattern.exec(reading.text);
  if (match === null) return null;
  reading.at += match[0].length;
  return match[0];
}
