/**
 * JSON's numbers have any number of digits, JavaScript's some sixteen: 9007199254740993 is read as …992. Whatever could
 * have lost digits on the way is taken from the text again, as text.
 */

const STRING_OR_NUMBER = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"|-?\d[\d.eE+-]*/g;
/** So many significant digits every double keeps. */
const SAFE_DIGITS = 15;

/** True for a parsed number that its text may have told more exactly. */
export function isRough(value: number): boolean {
  return !Number.isSafeInteger(value);
}

/** The JSON with each number that loses digits by parsing turned into a text; itself where there is none. */
export function quoteRoughNumbers(json: string): string {
  return json.replace(STRING_OR_NUMBER, (token) =>
    token.startsWith('"') || survivesParsing(token) ? token : `"${token}"`,
  );
}

function survivesParsing(token: string): boolean {
  const value = Number(token);
  const digits = token.replace(/[eE].*/, "").replace(/^-?0*\.?0*|\./g, "");
  return Number.isFinite(value) && (digits.length <= SAFE_DIGITS || String(value) === token);
}
