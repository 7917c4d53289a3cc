import { type Output, OutputClosed } from "#bin/commands/output.ts";
import type { Database } from "#lib/db/database.ts";

/** What a command has at hand. */
export type Session = {
  readonly out: Output;
  readonly err: Output;
  /** Aborted, with Interrupted, when the person wants it to end. */
  readonly interrupt: AbortSignal;
  /** Milliseconds since 1970 UTC. */
  now(): number;
  /** Connects at the first call: a command that is misspelt needs none. */
  database(): Promise<Database>;
};

/** A command: gives the exit code, or throws a Failure. `args` are those behind its name. */
export type Command = (args: readonly string[], session: Session) => Promise<number>;

/** Writes a line, or several, to the person; nothing where nobody reads that any more. */
export async function say(session: Pick<Session, "err">, text: string): Promise<void> {
  try {
    await session.err.write(`${text}\n`);
  } catch (error) {
    if (!(error instanceof OutputClosed)) throw error;
  }
}
