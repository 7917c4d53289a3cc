import { readArguments, usageFailure } from "#bin/commands/read-arguments.ts";
import { type Session, say } from "#bin/commands/session.ts";
import { escapeHidden } from "#lib/base/escape-hidden.ts";
import { answerWho, type WhoAnswer } from "#lib/db/credentials/who-answer.ts";
import type { Hop, Proof } from "#lib/event/chain.ts";

/** `waymark who`: who is behind an event, a key or a session, and the way from there to it, a line a step. */
export async function who(args: readonly string[], session: Session): Promise<number> {
  const { flags, positionals } = readArguments(args, { texts: [], flags: ["json"] });
  const [subject, ...others] = positionals;
  if (subject === undefined || others.length > 0) {
    throw usageFailure("Say what: waymark who <eventID|key|session>.");
  }
  const answer = await answerWho(await session.database(), subject);
  const text = flags.json ? JSON.stringify(answer, null, 2) : whoText(answer);
  await session.out.write(`${text}\n`);
  if (!flags.json && answer.others.length > 0) {
    await say(session, "Records contradict one another here; --json tells of every holder.");
  }
  return 0;
}

/** The origin, then each credential on the way, indented by the one before. Every name may be an attacker's. */
export function whoText({ origin, because, hops, keyMadeBy }: WhoAnswer): string {
  const name = escapeHidden(origin.name);
  const first =
    because === null ? `${name} (${origin.kind}, ${origin.grade})` : `unknown, because ${because}: ${name}`;
  const made =
    keyMadeBy === null
      ? []
      : [
          `  its key was made by ${escapeHidden(keyMadeBy.principal.name)} in ${eventText(keyMadeBy.provedBy)}`,
        ];
  return [first, ...made, ...hops.map((hop, index) => `${"  ".repeat(index + 1)}${hopText(hop)}`)].join("\n");
}

function hopText(hop: Hop): string {
  const what = hop.role === null || hop.role === hop.principal.name ? [] : [`→ ${hop.role}`];
  const session = hop.session === null || hop.session === hop.principal.name ? [] : [`“${hop.session}”`];
  const key = hop.key === null ? [] : [hop.key];
  const account = hop.account === null ? [] : [`account ${hop.account}`];
  const proof =
    hop.provedBy === null
      ? []
      : [`${hop.grade} by ${hop.provedBy.eventName} ${hop.provedBy.eventTime} ${eventText(hop.provedBy)}`];
  return [hop.principal.name, ...what, ...session, ...key, ...account, ...proof].map(escapeHidden).join("  ");
}

function eventText({ eventId, isGone }: Proof): string {
  return isGone === true ? `${eventId} (no longer kept)` : eventId;
}
