/** Counts the rows of a text that comes in parts, without keeping any of it. */
export type RowCounter = {
  /** The rows that have come, including those of this part. */
  readonly count: (part: Uint8Array) => number;
};

const LINE_FEED = 0x0a;
const QUOTE = 0x22;

const OTHER_LINES = { csv: 1, ndjson: 0, json: 2 } as const;

/**
 * Rows of events are lines: in CSV those outside of quotes, and the first is the header; in JSON all but
 * the first and the last.
 */
export function createRowCounter(format: keyof typeof OTHER_LINES): RowCounter {
  let lines = 0;
  let isQuoted = false;
  const isCsv = format === "csv";
  const others = OTHER_LINES[format];
  return {
    count(part) {
      for (const byte of part) {
        if (byte === LINE_FEED && !isQuoted) lines += 1;
        else if (isCsv && byte === QUOTE) isQuoted = !isQuoted;
      }
      return Math.max(0, lines - others);
    },
  };
}
