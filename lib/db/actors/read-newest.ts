import type pg from "pg";
import { resolveChains } from "#lib/db/credentials/resolve-chain.ts";
import type { Database } from "#lib/db/database.ts";
import { partiesOfRows, withOrigin } from "#lib/db/read/add-origins.ts";
import { findRows } from "#lib/db/read/find-rows.ts";
import type { Predicate } from "#lib/db/read/predicate.ts";
import { toEvents } from "#lib/db/read/to-events.ts";
import type { LatestSession } from "#lib/event/actor/actor-profile.ts";
import { credentialRef, type Party } from "#lib/event/credential.ts";
import type { Event } from "#lib/event/event.ts";
import type { TimeRange } from "#lib/search/search.ts";

/** So many of the newest events are looked at for credentials and principals. */
const MOST_LOOKED_AT = 300;
const MOST_SESSIONS = 12;

export type Newest = {
  readonly sessions: readonly LatestSession[];
  /** ARNs of the users, roles and roots that acted. */
  readonly identities: readonly string[];
};

/** What an actor's newest events tell of the credentials they were made with. */
export async function readNewest(
  db: Database,
  client: pg.PoolClient,
  predicate: Predicate,
  range: TimeRange,
): Promise<Newest> {
  const found = await findRows(client, {
    predicate,
    range,
    direction: "newest-first",
    after: null,
    limit: MOST_LOOKED_AT,
  });
  const events = await toEvents(db.terms, client, found);
  const parties = await partiesOfRows(db.terms, client, found, events);
  return {
    sessions: await sessionsOf(client, events, parties),
    identities: [...new Set(parties.flatMap(identityOf))].sort(),
  };
}

type Used = { readonly party: Party; readonly event: Event; events: number };

async function sessionsOf(
  client: pg.PoolClient,
  events: readonly Event[],
  parties: readonly Party[],
): Promise<LatestSession[]> {
  const used = new Map<string, Used>();
  for (const [index, event] of events.entries()) {
    const party = parties[index];
    const ref = party === undefined ? null : credentialRef(party);
    if (party === undefined || ref === null) continue;
    const known = used.get(ref);
    if (known === undefined) used.set(ref, { party, event, events: 1 });
    else known.events += 1;
  }
  const latest = [...used].slice(0, MOST_SESSIONS);
  const chains = await resolveChains(
    client,
    latest.map(([, { party }]) => party),
  );
  return latest.map(([id, one], index) => ({
    id,
    session: one.party.session,
    role: one.party.role,
    account: one.party.account,
    events: one.events,
    last: one.event.eventTime,
    origin: withOrigin(one.event, chains[index]).actor.origin ?? null,
  }));
}

/** The role's ARN where there is a role: a session's own is another one each time. */
function identityOf({ roleArn, arn, role }: Party): readonly string[] {
  const identity = roleArn ?? (role === null ? arn : null);
  return identity === null ? [] : [identity];
}
