/**
 * The one meaning of "ignores case": every code point is replaced by its simple lower-case form, whatever
 * stands around it. Postgres's `lower()` does the same under the builtin C.UTF-8 collation (PG 17 and later).
 * `toLowerCase` alone differs from that in two letters: it turns a capital sigma at a word's end into ς, and
 * İ (U+0130) into two code points. Letters that one side's Unicode version does not know yet stay as they are.
 */
export function foldCase(text: string): string {
  return text.replaceAll("Σ", "σ").replaceAll("İ", "i").toLowerCase();
}
