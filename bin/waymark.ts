// The command line. It is composed here; what it does is in bin/commands and lib.
import { setTimeout as sleep } from "node:timers/promises";
import { listenForInterrupt } from "#bin/commands/interrupt.ts";
import { openOutput } from "#bin/commands/output.ts";
import { runCommand } from "#bin/commands/run-command.ts";
import type { Session } from "#bin/commands/session.ts";
import { PROJECT_ROOT } from "#bin/launch/project-root.ts";
import { openTerminal } from "#bin/launch/terminal.ts";
import type { Database } from "#lib/db/database.ts";
import { readEnv } from "#lib/server/env.ts";

const CLOSE_PATIENCE_MS = 2000;

/** Runs `waymark …` on this process's streams. Resolves to the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  // It would announce at every start which Node.js it will want next year.
  process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] = "true";
  const err = openOutput(process.stderr, process.env);
  const terminal = openTerminal(process.stderr);
  const stack: (() => Promise<void>)[] = [];
  const session: Session = {
    out: openOutput(process.stdout, process.env),
    err,
    interrupt: listenForInterrupt(),
    now: Date.now,
    database: () => openSessionDatabase(stack, terminal.say),
  };
  try {
    return await runCommand(args, session);
  } finally {
    for (const end of stack.toReversed()) await end();
  }
}

/** The database of a running Waymark, else one that runs as long as the command. */
async function openSessionDatabase(
  stack: (() => Promise<void>)[],
  tell: (line: string) => void,
): Promise<Database> {
  // Loaded here: a word of help should not wait for them.
  const { joinDatabase } = await import("#bin/launch/open-database.ts");
  const { openDatabase } = await import("#lib/db/database.ts");
  // A relative data folder means the same as for npm start, which runs in the project's folder.
  const running = await joinDatabase(readEnv(process.env, PROJECT_ROOT), tell);
  stack.push(() => running.close());
  const db = openDatabase(running.url);
  // A search that was interrupted may still be at work, and a pool waits for its connections.
  stack.push(() => Promise.race([db.close(), sleep(CLOSE_PATIENCE_MS)]));
  return db;
}
