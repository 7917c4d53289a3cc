/**
 * JSON laid out for reading, token for token: only the blanks between tokens change. Parsing and printing again
 * would round long numbers, rewrite escapes and drop repeated keys.
 */

const TOKEN = /[{}[\]:,]|"[^"\\]*(?:\\.[^"\\]*)*"|[^\s{}[\]:,"]+/gs;
/** Below this nobody counts levels, and a hostile record's blanks would outgrow memory: depth times length. */
const DEEPEST_INDENT = 100;

/** `text` must be JSON; what is between its tokens is replaced by two blanks a level and line feeds. */
export function indentJson(text: string): string {
  const tokens = text.match(TOKEN) ?? [];
  let depth = 0;
  let out = "";
  tokens.forEach((token, index) => {
    const before = tokens[index - 1];
    switch (token) {
      case "{":
      case "[":
        out += token;
        depth += 1;
        if (tokens[index + 1] !== closing(token)) out += newLine(depth);
        break;
      case "}":
      case "]":
        depth -= 1;
        out += before === "{" || before === "[" ? token : newLine(depth) + token;
        break;
      case ":":
        out += ": ";
        break;
      case ",":
        out += `,${newLine(depth)}`;
        break;
      default:
        out += token;
    }
  });
  return out;
}

function closing(opening: "{" | "["): string {
  return opening === "{" ? "}" : "]";
}

function newLine(depth: number): string {
  return `\n${"  ".repeat(Math.min(depth, DEEPEST_INDENT))}`;
}
