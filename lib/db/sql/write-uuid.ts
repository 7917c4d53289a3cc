const DASH = 0x2d;

/** Writes a UUID, in 8-4-4-4-12 form or without its dashes, as its 16 bytes at `at`; gives the place after them. */
export function writeUuid(target: Uint8Array, text: string, at: number): number {
  let place = at;
  let high = -1;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === DASH) continue;
    const digit = hexDigit(code);
    if (high < 0) high = digit;
    else {
      target[place++] = (high << 4) | digit;
      high = -1;
    }
  }
  return place;
}

/**
 * The value of a hexadecimal digit, given its character code: digits end in their value, letters in theirs less nine.
 */
function hexDigit(code: number): number {
  return (code & 0xf) + (code > 0x39 ? 9 : 0);
}
