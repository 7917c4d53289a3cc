import { COMMANDS, type CommandName, HELP, isCommand, OVERVIEW } from "#bin/commands/help.ts";
import { Interrupted, unlessInterrupted } from "#bin/commands/interrupt.ts";
import { OutputClosed } from "#bin/commands/output.ts";
import { usageFailure } from "#bin/commands/read-arguments.ts";
import { type Command, type Session, say } from "#bin/commands/session.ts";
import { reportFailure } from "#bin/launch/report-failure.ts";
import { nearestName } from "#lib/search/suggest-field.ts";
import { type FailureCode, isFailure } from "#lib/server/failure.ts";
import { VERSION } from "#lib/server/version.ts";

/** Each is loaded when it is called: a word of help should not wait for the AWS SDK. */
const LOADERS: Readonly<Record<CommandName, () => Promise<Command>>> = {
  ingest: async () => (await import("#bin/commands/ingest.ts")).ingest,
  search: async () => (await import("#bin/commands/search.ts")).search,
  event: async () => (await import("#bin/commands/event.ts")).event,
  who: async () => (await import("#bin/commands/who.ts")).who,
  status: async () => (await import("#bin/commands/status.ts")).status,
};

/** What a person can mend by typing something else. */
const MISTYPED: ReadonlySet<FailureCode> = new Set<FailureCode>(["bad-request", "bad-query", "bad-setting"]);

/** Runs `waymark …`. Gives the exit code: 0, 1 (it failed), 2 (it cannot be understood), or 128 and a signal. */
export async function runCommand(args: readonly string[], session: Session): Promise<number> {
  try {
    return await dispatch(args, session);
  } catch (error) {
    if (error instanceof OutputClosed) return 0;
    if (error instanceof Interrupted) return error.exitCode;
    await say(session, reportFailure(error, "Waymark failed"));
    return isFailure(error) && MISTYPED.has(error.code) ? 2 : 1;
  }
}

async function dispatch(args: readonly string[], session: Session): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined) {
    await session.err.write(OVERVIEW);
    return 2;
  }
  if (name === "--version") {
    await session.out.write(`${VERSION}\n`);
    return 0;
  }
  if (name === "help" || isHelp(name)) {
    const [about] = rest;
    await session.out.write(about === undefined ? OVERVIEW : HELP[known(about)]);
    return 0;
  }
  const command = known(name);
  if (asksForHelp(rest)) {
    await session.out.write(HELP[command]);
    return 0;
  }
  const running = (await LOADERS[command]())(rest, session);
  // An ingest ends by itself, in order.
  return command === "ingest" ? running : unlessInterrupted(session.interrupt, running);
}

function known(name: string): CommandName {
  if (isCommand(name)) return name;
  const near = nearestName(name, COMMANDS);
  const hint = near === null ? "waymark help lists them." : `Did you mean waymark ${near}?`;
  throw usageFailure(`There is no command ${JSON.stringify(name)}. ${hint}`);
}

function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf("--");
  return args.slice(0, end < 0 ? undefined : end).some(isHelp);
}

function isHelp(argument: string): boolean {
  return argument === "--help" || argument === "-h";
}
