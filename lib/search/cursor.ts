import { formatQuery } from "#lib/search/format-query.ts";
import { parseQuery } from "#lib/search/parse-query.ts";
import type { Problem } from "#lib/search/search.ts";

/**
 * A page marker: the last event of a page, beyond which the next begins. CloudTrail's times have whole seconds
 * and many events share one, so the place is (time, uuid, account), never the time alone. The text is opaque to
 * others; it carries a version and a fingerprint of the search, so that a marker of another search or of an
 * older Waymark means the first page and never a wrong one.
 */
export type Cursor = {
  /** Seconds since 1970 UTC. */
  readonly time: number;
  /** In lower case. */
  readonly uuid: string;
  /** A whole number that tells apart one event delivered to two accounts. */
  readonly account: number;
  readonly direction: "after" | "before";
  readonly fingerprint: string;
};

const VERSION = "1";
const LONGEST = 200;
const PLAIN =
  /^1\.([ab])\.(-?\d{1,16})\.([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})\.(-?\d{1,16})\.([0-9a-z]{14})$/;

/** A short text that two searches share only if they have the same meaning and order. */
export function fingerprint({ q, order }: { readonly q: string; readonly order: string }): string {
  const text = `${order} ${formatQuery(parseQuery(q).where)}`;
  return hash(text, 0x811c9dc5) + hash(text, 0x2f0b4f87);
}

/** The text of a page marker, safe in a URL as it is. */
export function encodeCursor(cursor: Cursor): string {
  const { time, uuid, account, direction } = cursor;
  const way = direction === "after" ? "a" : "b";
  const plain = [VERSION, way, time, uuid.replaceAll("-", ""), account, cursor.fingerprint].join(".");
  return btoa(plain).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** The cursor in `text` if it belongs to the search of this fingerprint; else what to say beside the first page. */
export function decodeCursor(text: string, expected: string): Cursor | { readonly problem: Problem } {
  const cursor = readCursor(text);
  if (cursor === null) return problem("The page marker cannot be read; showing the first page.");
  if (cursor.fingerprint !== expected) {
    return problem("The page marker belongs to another search; showing the first page.");
  }
  return cursor;
}

function readCursor(text: string): Cursor | null {
  const [whole, way, time, a, b, c, d, e, account, mark] = PLAIN.exec(fromBase64Url(text)) ?? [];
  if (whole === undefined || mark === undefined) return null;
  const cursor: Cursor = {
    time: Number(time),
    uuid: [a, b, c, d, e].join("-"),
    account: Number(account),
    direction: way === "a" ? "after" : "before",
    fingerprint: mark,
  };
  // One marker has one text: leading zeros, numbers beyond the exact range and loose base64 bits are refused.
  return encodeCursor(cursor) === text ? cursor : null;
}

function fromBase64Url(text: string): string {
  if (!/^[\w-]*$/.test(text) || text.length > LONGEST || text.length % 4 === 1) return "";
  return atob(text.replaceAll("-", "+").replaceAll("_", "/"));
}

/** FNV-1a, 32 bits, over UTF-16 units. It guards against mix-ups, not against people. */
function hash(text: string, seed: number): string {
  let state = seed;
  for (let index = 0; index < text.length; index += 1) {
    state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
  }
  return (state >>> 0).toString(36).padStart(7, "0");
}

function problem(message: string): { readonly problem: Problem } {
  return { problem: { parameter: "cursor", message, position: null } };
}
