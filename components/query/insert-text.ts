/**
 * Replaces the text of [start, end) as if it were typed, so that undo takes it back; the input tells React itself.
 * The command is old but the only way into the browser's list of edits. False where the browser refuses it.
 */
export function insertText(input: HTMLInputElement, start: number, end: number, text: string): boolean {
  input.focus();
  // A space that stands there already is stepped over, not doubled.
  const isDoubled = text.endsWith(" ") && input.value.charAt(end) === " ";
  input.setSelectionRange(start, isDoubled ? end + 1 : end);
  return document.execCommand("insertText", false, text);
}
