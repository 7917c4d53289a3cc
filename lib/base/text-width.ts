/**
 * How wide text is in a terminal, in cells. Letters of East Asia and emoji take two, combining marks none (Unicode
 * TR 11). Terminals differ on rare characters; a column that is off by one is the worst that comes of it.
 */
const NO_CELL = /[\p{Mn}\p{Me}]/u;
const TWO_CELLS =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1b000}-\u{1b2ff}\u{20000}-\u{3fffd}\p{Emoji_Presentation}]/u;

const ELLIPSIS = "…";

/** The cells that a text without hidden characters takes. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += cellsOf(character);
  return width;
}

/** The text in exactly `width` cells: cut, with an ellipsis at the end, or filled up with blanks. */
export function fitToWidth(text: string, width: number): string {
  const cut = cutToWidth(text, width);
  return cut + " ".repeat(width - textWidth(cut));
}

/** The text in at most `width` cells: cut, with an ellipsis at the end, where it is longer. */
export function cutToWidth(text: string, width: number): string {
  if (text.length <= width && !TWO_CELLS.test(text)) return text;
  if (textWidth(text) <= width) return text;
  if (width < 1) return "";
  let kept = "";
  let cells = 0;
  for (const character of text) {
    cells += cellsOf(character);
    if (cells > width - 1) break;
    kept += character;
  }
  return kept + ELLIPSIS;
}

function cellsOf(character: string): number {
  if (character <= "\u02ff") return 1;
  if (NO_CELL.test(character)) return 0;
  return TWO_CELLS.test(character) ? 2 : 1;
}
