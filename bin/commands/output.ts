import { escapeHiddenInLines } from "#lib/base/escape-hidden.ts";

/**
 * Where a command writes. Results go to `out`, and progress and remarks to `err`, so that a pipe carries results
 * only. On a terminal nothing that is written can act: hidden characters are written out, wherever they came from.
 */
export type Output = {
  readonly isTerminal: boolean;
  /** Cells of a line; null where nobody knows. */
  columns(): number | null;
  /** Settles when the text is taken. @throws OutputClosed if nobody reads any more */
  write(text: string): Promise<void>;
  /** Shows a line in place of the one shown so before, and "" nothing. On a terminal only. */
  redraw(line: string): void;
};

/** The reader has gone, as `head` does when it has seen enough: no failure of ours. */
export class OutputClosed extends Error {
  override readonly name = "OutputClosed";
}

type Stream = NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };

export function openOutput(stream: Stream, env: Readonly<Record<string, string | undefined>>): Output {
  const isTerminal = stream.isTTY === true && env["TERM"] !== "dumb";
  let isClosed = false;
  let isMidLine = false;
  // The callback of each write hears of it, too; without a listener it would end the process.
  stream.on("error", () => {
    isClosed = true;
  });
  const clearLine = () => {
    if (isMidLine) stream.write("\r\u001b[K");
    isMidLine = false;
  };
  return {
    isTerminal,
    columns() {
      const told = stream.columns ?? Number(env["COLUMNS"]);
      return Number.isInteger(told) && told > 0 ? told : null;
    },
    write(text) {
      if (isClosed) return Promise.reject(new OutputClosed());
      clearLine();
      return new Promise((resolve, reject) => {
        stream.write(isTerminal ? escapeHiddenInLines(text) : text, (error) =>
          error ? reject(isPipeClosed(error) ? new OutputClosed() : error) : resolve(),
        );
      });
    },
    redraw(line) {
      if (!isTerminal || isClosed) return;
      clearLine();
      if (line !== "") stream.write(escapeHiddenInLines(line));
      isMidLine = line !== "";
    },
  };
}

function isPipeClosed(error: Error): boolean {
  return "code" in error && (error.code === "EPIPE" || error.code === "ERR_STREAM_DESTROYED");
}
