import { readArguments, usageFailure } from "#bin/commands/read-arguments.ts";
import { readStatus } from "#bin/commands/read-status.ts";
import type { Session } from "#bin/commands/session.ts";
import { statusText } from "#bin/commands/status-text.ts";
import { escapeHidden } from "#lib/base/escape-hidden.ts";

/** `waymark status`: what is loaded, from where, up to when, and what is going on. */
export async function status(args: readonly string[], session: Session): Promise<number> {
  const { flags, positionals } = readArguments(args, { texts: [], flags: ["json"] });
  if (positionals.length > 0) throw usageFailure("waymark status takes no argument but --json.");
  const now = session.now();
  const read = await readStatus(await session.database(), now);
  await session.out.write(flags.json ? `${escapeHidden(JSON.stringify(read))}\n` : statusText(read, now));
  return 0;
}
