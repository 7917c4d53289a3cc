/**
 * Finds where one JSON value ends, byte by byte, across any chunking, without building it. Only what decides
 * the end is read: strings, escapes and brackets. Whether the tokens between them are JSON is for JSON.parse.
 */
export type ValueScanner = {
  readonly maxDepth: number;
  /** The brackets now open, by depth. */
  readonly opened: Uint8Array;
  depth: number;
  /** True once the value nested deeper than the limit. It is scanned to its end all the same. */
  tooDeep: boolean;
  inString: boolean;
  escaped: boolean;
  isScalar: boolean;
  mismatchAt: number;
};

/** The chunk ended within the value. */
export const MORE = -1;
/** A bracket closes one of another kind, at `mismatchAt` of the chunk. */
export const MISMATCH = -2;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
// `{` and `[`, and `}` and `]`, differ by the bit 0x20 alone; a closing bracket is its opening one plus 2.
const OPEN = 0x7b;
const CLOSE = 0x7d;
const CASE_BIT = 0x20;

export function createValueScanner(maxDepth: number): ValueScanner {
  return {
    maxDepth,
    opened: new Uint8Array(maxDepth + 1),
    depth: 0,
    tooDeep: false,
    inString: false,
    escaped: false,
    isScalar: false,
    mismatchAt: 0,
  };
}

/** Begins a value by its first byte, which the following `scanValue` reads again. */
export function startValue(scanner: ValueScanner, firstByte: number): void {
  scanner.depth = 0;
  scanner.tooDeep = false;
  scanner.inString = false;
  scanner.escaped = false;
  scanner.isScalar = firstByte !== QUOTE && (firstByte | CASE_BIT) !== OPEN;
}

/** Reads on from `from`: the index just after the value's last byte, or MORE, or MISMATCH. */
export function scanValue(scanner: ValueScanner, chunk: Uint8Array, from: number): number {
  if (scanner.isScalar) return scanScalar(chunk, from);
  const end = chunk.length;
  let i = from;
  let inString = scanner.inString;
  while (i < end) {
    if (inString) {
      i = scanString(scanner, chunk, i);
      if (i === MORE) break;
      inString = false;
      if (scanner.depth === 0) return i;
    }
    // The common bytes of names, numbers and white space fall through all tests.
    const byte = chunk[i] ?? 0;
    if (byte === QUOTE) {
      inString = true;
    } else if ((byte | CASE_BIT) === OPEN) {
      open(scanner, byte);
    } else if ((byte | CASE_BIT) === CLOSE) {
      if (!close(scanner, byte)) {
        scanner.mismatchAt = i;
        return MISMATCH;
      }
      if (scanner.depth === 0) return i + 1;
    }
    i++;
  }
  scanner.inString = inString;
  return MORE;
}

/** The index after the closing quote, or MORE. */
function scanString(scanner: ValueScanner, chunk: Uint8Array, from: number): number {
  const end = chunk.length;
  let i = from;
  if (scanner.escaped) {
    scanner.escaped = false;
    i++;
  }
  for (; i < end; i++) {
    const byte = chunk[i] ?? 0;
    if (byte === QUOTE) return i + 1;
    if (byte === BACKSLASH) i++;
  }
  scanner.escaped = i > end;
  return MORE;
}

function scanScalar(chunk: Uint8Array, from: number): number {
  for (let i = from; i < chunk.length; i++) {
    if (endsScalar(chunk[i] ?? 0)) return i;
  }
  return MORE;
}

function open(scanner: ValueScanner, byte: number): void {
  scanner.depth++;
  if (scanner.depth <= scanner.maxDepth) scanner.opened[scanner.depth] = byte;
  else scanner.tooDeep = true;
}

/** True if the bracket closes what was opened last. Below the limit nothing is remembered, so nothing is checked. */
function close(scanner: ValueScanner, byte: number): boolean {
  const matches = scanner.depth > scanner.maxDepth || (scanner.opened[scanner.depth] ?? 0) + 2 === byte;
  scanner.depth--;
  return matches;
}

/** White space, comma, colon, quote, closing bracket: what cannot be part of a number or a literal. */
function endsScalar(byte: number): boolean {
  return byte <= 0x20 || byte === 0x2c || byte === 0x3a || byte === QUOTE || (byte | CASE_BIT) === CLOSE;
}
