import { hash31 } from "#lib/base/hash31.ts";
import { foldCase } from "#lib/search/fold-case.ts";

/**
 * Values that are unique by nature (request ids, tokens) would double the dictionary and be read by nobody. They
 * stand in an event's terms as a negative number instead: a hash of the value in lower case. What is found by it
 * has to be checked against the record.
 */
export function uniqueTermId(value: string): number {
  return -1 - hash31(foldCase(value));
}
