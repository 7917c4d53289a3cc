/**
 * Hidden characters, written out as JSON writes them (`\u001b`, `\u202e`, `\n`). Where text of a record goes to a
 * terminal they would be obeyed: an escape sequence repaints the screen, a right-to-left override turns a name
 * around, a line feed forges a second row. Inside a JSON string the escape means the same character, so JSON that
 * has passed through here is still the same JSON.
 */

/*
 * C0 and C1 controls and DEL · soft hyphen · Arabic letter mark · Hangul and Mongolian fillers · zero-width and bidi
 * marks · line and paragraph separators · bidi embeddings, overrides, isolates · invisible operators · byte order
 * mark · interlinear marks · tags · lone surrogates.
 */
const HIDDEN =
  /[\p{Cc}\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}\p{Cs}]/gu;

const SHORT: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** The text on one line, every hidden character written out. */
export function escapeHidden(text: string): string {
  return text.replace(HIDDEN, written);
}

/** The same for text of several lines: line ends and tabs stay. */
export function escapeHiddenInLines(text: string): string {
  return text.replace(HIDDEN, (character, at: number) => {
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
