import { type ChainSubject, readChainSubject, resolveChain } from "#lib/db/credentials/resolve-chain.ts";
import type { Database } from "#lib/db/database.ts";
import type { Chain } from "#lib/event/chain.ts";
import { describeReason } from "#lib/event/origin.ts";
import { Failure } from "#lib/server/failure.ts";

/** The answer of `GET /api/who/…` and `waymark who --json`. */
export type WhoAnswer = Chain & {
  /** Why the origin is not known, as the second half of "unknown, because …"; null where it is. */
  readonly because: string | null;
  /** Further holders of the same key or event id, where records contradict one another. */
  readonly others: readonly Chain[];
};

/** Longest of its kind: a principal id with a session's name, and a time. */
const LONGEST_SUBJECT = 2_000;

/**
 * What a person pasted, as a subject.
 * @throws Failure("bad-request") where it is no event id, access key id or session
 */
export function parseSubject(text: string): ChainSubject {
  const subject = text.length > LONGEST_SUBJECT ? null : readChainSubject(text.trim());
  if (subject !== null) return subject;
  throw new Failure("bad-request", "This is no event id, no access key id and no session.", {
    remedy: "Give an eventID, a key such as ASIA…, or a session such as AROAEXAMPLE:alice@20261112T143107Z.",
  });
}

/**
 * Who is behind the subject.
 * @throws Failure: "bad-request", or "not-found" where nothing that is loaded names it
 */
export async function answerWho(db: Database, text: string): Promise<WhoAnswer> {
  const [chain, ...others] = await resolveChain(db, parseSubject(text));
  if (chain === undefined)
    throw new Failure("not-found", "No loaded event names this event, key or session.");
  const { reason } = chain.origin;
  return { ...chain, because: reason === null ? null : describeReason(reason), others };
}
