/** Tolerant readers of parsed JSON: records carry numbers, booleans and text where another type is documented. */

export type JsonObject = { readonly [key: string]: unknown };

export function isJsonObject(value: unknown): value is JsonObject {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

/** The member of an object; undefined for anything that is no object. */
export function memberOf(value: unknown, key: string): unknown {
  return isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** Text as it is, numbers and booleans as JSON text; null for the empty text and everything else. */
export function textOf(value: unknown): string | null {
  if (typeof value === "string") return value === "" ? null : storableText(value);
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return null;
}

/** A boolean, also as text in any case: AWS delivers `"true"` in several places where it documents a boolean. */
export function booleanOf(value: unknown): boolean | null {
  if (typeof value === "boolean") return value;
  if (typeof value !== "string") return null;
  const text = value.toLowerCase();
  return text === "true" ? true : text === "false" ? false : null;
}

const ANY_SURROGATE = /[\uD800-\uDFFF]/;
const LONE_SURROGATES = /\p{Surrogate}/gu;

/** Postgres text holds neither NUL nor lone surrogates: they become U+2400 and U+FFFD, as visible stand-ins. */
export function storableText(text: string): string {
  if (!text.includes("\0") && !ANY_SURROGATE.test(text)) return text;
  return text.replaceAll("\0", "\u2400").replace(LONE_SURROGATES, "\uFFFD");
}
