import { isoSecond } from "#lib/base/iso-time.ts";
import { countEvents } from "#lib/db/count-events.ts";
import { issuedBy } from "#lib/db/credentials/issued-by.ts";
import { partiesOf } from "#lib/db/credentials/resolve-chain.ts";
import { answerWho, parseSubject, type WhoAnswer } from "#lib/db/credentials/who-answer.ts";
import type { Database } from "#lib/db/database.ts";
import { findRows } from "#lib/db/read/find-rows.ts";
import { resolveSearch } from "#lib/db/read/resolve-search.ts";
import { toEvents } from "#lib/db/read/to-events.ts";
import { inReadTransaction } from "#lib/db/sql/raw.ts";
import type { IssuedNode } from "#lib/event/chain.ts";
import type { Party } from "#lib/event/credential.ts";
import { type SessionStory, tellStory } from "#lib/event/session/session-story.ts";
import { parseQuery } from "#lib/search/parse-query.ts";
import type { Search } from "#lib/search/search.ts";
import { sessionQuery } from "#lib/search/session-query.ts";

/** The answer of `GET /api/sessions/…`. */
export type SessionAnswer = {
  readonly who: WhoAnswer;
  /** What was issued from it, one tree for each holder. */
  readonly issued: readonly IssuedNode[];
  /** null where the credential was issued and nothing is loaded that was done with it. */
  readonly story: SessionStory | null;
};

/** Events that a story is told of. */
const MOST_TOLD = 2_000;
const TIME_LIMIT = 10_000;

/**
 * One credential from birth to end, by access key id, session (`sessionIdOf`) or the id of an event made with it.
 * @throws Failure: "bad-request", or "not-found" where nothing that is loaded names it
 */
export async function readSession(db: Database, text: string): Promise<SessionAnswer> {
  const subject = parseSubject(text);
  const [who, issued, [party]] = await Promise.all([
    answerWho(db, text),
    issuedBy(db, subject),
    inReadTransaction(db.pool, TIME_LIMIT, (client) => partiesOf(client, subject)),
  ]);
  const [tree] = issued;
  const story = party === undefined || tree === undefined ? null : await readStory(db, party, tree);
  return { who, issued, story };
}

async function readStory(db: Database, party: Party, tree: IssuedNode): Promise<SessionStory | null> {
  const q = sessionQuery(party);
  if (q === null || tree.firstSeen === null || tree.lastSeen === null) return null;
  const { firstSeen, lastSeen } = tree;
  // Half open: the last event's own second is part of it.
  const to = isoSecond(Date.parse(lastSeen) + 1000);
  const search = {
    where: parseQuery(q).where,
    range: { from: Date.parse(firstSeen), to: Date.parse(to) },
  };
  const told = await readTold(db, search, party.createdAt === null);
  if (told.length === 0) return null;
  const { count, exact } =
    told.length < MOST_TOLD ? { count: told.length, exact: true } : await countEvents(db, search);
  return {
    q,
    from: firstSeen,
    to,
    events: { count: Math.max(count, told.length), isExact: exact },
    ...tellStory(told),
  };
}

/** The first events of a session, or the newest of a long-lived key; in the order of time. */
function readTold(db: Database, search: Search, isLongLived: boolean) {
  return inReadTransaction(db.pool, TIME_LIMIT, async (client) => {
    const found = await findRows(client, {
      predicate: await resolveSearch(client, search.where),
      range: search.range,
      direction: isLongLived ? "newest-first" : "oldest-first",
      after: null,
      limit: MOST_TOLD,
    });
    return toEvents(db.terms, client, isLongLived ? found.toReversed() : found);
  });
}
