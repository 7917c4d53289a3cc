import type { Output } from "#bin/commands/output.ts";
import type { Session } from "#bin/commands/session.ts";
import type { Database } from "#lib/db/database.ts";

export type Captured = {
  readonly session: Session;
  /** What was written to standard output so far. */
  out(): string;
  err(): string;
  /** What Ctrl-C does. */
  interrupt(reason: Error): void;
};

/** A session of a test's own, without a terminal; `db` absent: the command must not ask for it. */
export function capturedSession(db?: Database, now: () => number = Date.now): Captured {
  const interrupt = new AbortController();
  const out = captured();
  const err = captured();
  return {
    session: {
      out: out.output,
      err: err.output,
      interrupt: interrupt.signal,
      now,
      async database() {
        if (db === undefined) throw new Error("The database was asked for");
        return db;
      },
    },
    out: out.text,
    err: err.text,
    interrupt: (reason) => interrupt.abort(reason),
  };
}

function captured(): { readonly output: Output; text(): string } {
  let written = "";
  const output: Output = {
    isTerminal: false,
    columns: () => null,
    async write(text) {
      written += text;
    },
    redraw: () => {},
  };
  return { output, text: () => written };
}
