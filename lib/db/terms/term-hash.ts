import { hash } from "node:crypto";
import { hexUuid } from "#lib/db/sql/hex-uuid.ts";
import { foldCase } from "#lib/search/fold-case.ts";

/**
 * The hash that stands for a value in the dictionary's index, as a UUID: the first 20 digits tell the value in
 * lower case, the last 12 the value as it is. Not for security: who searches by it compares the value as well.
 */
const FOLDED_DIGITS = 20;
const EXACT_DIGITS = 12;

export function termHash(value: string, folded: string = foldCase(value)): string {
  return hexUuid(termDigits(value, folded));
}

/** The same, as its 32 digits without dashes. */
export function termDigits(value: string, folded: string = foldCase(value)): string {
  const digest = md5(folded);
  const exact = folded === value ? digest : md5(value);
  return exact === digest ? digest : digest.slice(0, FOLDED_DIGITS) + exact.slice(FOLDED_DIGITS);
}

/** The range of hashes of all values that are `folded` in lower case. */
export function hashRange(folded: string): { readonly first: string; readonly last: string } {
  const start = md5(folded).slice(0, FOLDED_DIGITS);
  return {
    first: hexUuid(start + "0".repeat(EXACT_DIGITS)),
    last: hexUuid(start + "f".repeat(EXACT_DIGITS)),
  };
}

function md5(text: string): string {
  return hash("md5", text);
}
