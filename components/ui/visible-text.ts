import { HIDDEN_CHARACTERS } from "#lib/base/hidden-characters.ts";

/**
 * The hidden characters, and Unicode's pictures of the controls: the index keeps U+2400 for NUL, and what is one
 * character in the record must not read differently in two places.
 */
const SHOWN_BY_NAME = new RegExp(`${HIDDEN_CHARACTERS.source}|[\\u2400-\\u241f\\u2421]`, "gu");

/** Most text is of these alone, and is known to hide nothing at a tenth of what the long class above costs. */
const PLAIN = /^[ -~]*$/;

/**
 * Makes hidden characters visible. A string of a log may have been written by an attacker: a right-to-left override
 * turns `gpj.exe` into `exe.jpg`, a zero-width space makes two equal-looking names differ, a line feed forges a
 * second row. Such characters are shown by name instead of being obeyed.
 */

/** A stretch of a string: as it is, or one hidden character with the sign to show in its place. */
export type Stretch =
  | { readonly kind: "plain"; readonly text: string }
  | { readonly kind: "hidden"; readonly sign: string; readonly name: string };

/** The C0 controls, by code, as ASCII abbreviates them. */
const CONTROLS =
  "NUL SOH STX ETX EOT ENQ ACK BEL BS TAB LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US".split(
    " ",
  );

const NAMES: Readonly<Record<number, string>> = {
  9: "tab",
  10: "line feed",
  13: "carriage return",
  27: "escape",
  173: "soft hyphen",
  8203: "zero-width space",
  8204: "zero-width non-joiner",
  8205: "zero-width joiner",
  8206: "left-to-right mark",
  8207: "right-to-left mark",
  8232: "line separator",
  8233: "paragraph separator",
  8234: "left-to-right embedding",
  8235: "right-to-left embedding",
  8236: "pop directional formatting",
  8237: "left-to-right override",
  8238: "right-to-left override",
  8294: "left-to-right isolate",
  8295: "right-to-left isolate",
  8296: "first strong isolate",
  8297: "pop directional isolate",
  65279: "byte order mark",
};

/** True where `splitHidden` would find anything. */
export function hasHidden(text: string): boolean {
  return !PLAIN.test(text) && text.search(SHOWN_BY_NAME) >= 0;
}

/** The string in stretches, in order; their texts and hidden characters together are the whole of it. */
export function splitHidden(text: string): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let done = 0;
  for (const match of text.matchAll(SHOWN_BY_NAME)) {
    if (match.index > done) stretches.push({ kind: "plain", text: text.slice(done, match.index) });
    stretches.push(nameHidden(match[0]));
    done = match.index + match[0].length;
  }
  if (done < text.length) stretches.push({ kind: "plain", text: text.slice(done) });
  return stretches;
}

/** The string with every hidden character replaced by its sign, for places that take text only. */
export function visibleText(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(SHOWN_BY_NAME, (character) => nameHidden(character).sign);
}

function nameHidden(character: string): { kind: "hidden"; sign: string; name: string } {
  const code = character.codePointAt(0) ?? 0;
  const point = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  const known = NAMES[code];
  return {
    kind: "hidden",
    sign: signOf(code, point),
    name: known === undefined ? point : `${known} (${point})`,
  };
}

// Unicode has pictures of the controls (U+2400 and on), but few fonts do: they would be empty boxes.
function signOf(code: number, point: string): string {
  if (code === 0x7f || code === 0x2421) return "[DEL]";
  if (code >= 0x2400 && code <= 0x241f) return `[${CONTROLS[code - 0x2400]}]`;
  return `[${CONTROLS[code] ?? point}]`;
}
