import { HIDDEN_CHARACTERS } from "#lib/base/hidden-characters.ts";

/**
 * Hidden characters, written out as JSON writes them (`\u001b`, `\u202e`, `\n`). Where text of a record goes to a
 * terminal they would be obeyed: an escape sequence repaints the screen, a right-to-left override turns a name
 * around, a line feed forges a second row. Inside a JSON string the escape means the same character, so JSON that
 * has passed through here is still the same JSON.
 */

const SHORT: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** The text on one line, every hidden character written out. */
export function escapeHidden(text: string): string {
  return text.replace(HIDDEN_CHARACTERS, written);
}

/** The same for text of several lines: line ends and tabs stay. */
export function escapeHiddenInLines(text: string): string {
  return text.replace(HIDDEN_CHARACTERS, (character, at: number) => {
    const isLayout =
      character === "\n" || character === "\t" || (character === "\r" && text[at + 1] === "\n");
    return isLayout ? character : written(character);
  });
}

function written(character: string): string {
  const short = SHORT[character];
  if (short !== undefined) return short;
  let escapes = "";
  for (let unit = 0; unit < character.length; unit += 1) {
    escapes += `\\u${character.charCodeAt(unit).toString(16).padStart(4, "0")}`;
  }
  return escapes;
}
