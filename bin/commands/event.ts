import { counted } from "#bin/commands/progress-line.ts";
import { readArguments, usageFailure } from "#bin/commands/read-arguments.ts";
import { type Session, say } from "#bin/commands/session.ts";
import { escapeHidden } from "#lib/base/escape-hidden.ts";
import { indentJson } from "#lib/base/indent-json.ts";
import { readEvent } from "#lib/db/read-event.ts";

/** `waymark event`: prints the record with an id as it was delivered, each with a line end. */
export async function event(args: readonly string[], session: Session): Promise<number> {
  const { flags, positionals } = readArguments(args, { texts: [], flags: ["pretty"] });
  const [eventId, ...others] = positionals;
  if (eventId === undefined || others.length > 0) {
    throw usageFailure("Say which event: waymark event <eventID>.");
  }
  const details = await readEvent(await session.database(), eventId.trim());
  if (details.length === 0) {
    await say(session, `No loaded event has the id ${escapeHidden(eventId)}.`);
    return 1;
  }
  for (const { record } of details) {
    const text = flags.pretty ? indentJson(record) : record;
    await session.out.write(`${text}\n`);
  }
  if (details.length > 1)
    await say(session, `${counted(details.length, "event")} have this id, the newest first.`);
  return 0;
}
