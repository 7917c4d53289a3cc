import type pg from "pg";
import { resolveChains } from "#lib/db/credentials/resolve-chain.ts";
import type { Database } from "#lib/db/database.ts";
import { findRows } from "#lib/db/read/find-rows.ts";
import type { Predicate } from "#lib/db/read/predicate.ts";
import { type ReadRow, readRows } from "#lib/db/read/to-events.ts";
import { partyOf, withOrigin } from "#lib/db/read/with-origins.ts";
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
  const callers = (await readRows(db.terms, client, found)).map(toCaller);
  return {
    sessions: await sessionsOf(client, callers),
    identities: [...new Set(callers.flatMap(({ party }) => identityOf(party)))].sort(),
  };
}

type Caller = { readonly party: Party; readonly event: Event };

function toCaller(row: ReadRow): Caller {
  return { party: partyOf(row), event: row.event };
}

async function sessionsOf(client: pg.PoolClient, callers: readonly Caller[]): Promise<LatestSession[]> {
  const used = new Map<string, Caller & { events: number }>();
  for (const { party, event } of callers) {
    const ref = credentialRef(party);
    if (ref === null) continue;
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
