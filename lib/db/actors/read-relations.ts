import type pg from "pg";
import type { Database } from "#lib/db/database.ts";
import { findRows } from "#lib/db/read/find-rows.ts";
import type { Predicate } from "#lib/db/read/predicate.ts";
import { resolveSearch } from "#lib/db/read/resolve-search.ts";
import { toEvents } from "#lib/db/read/to-events.ts";
import type { Relation, Relations } from "#lib/event/actor/actor-profile.ts";
import type { Event } from "#lib/event/event.ts";
import { formatText } from "#lib/search/format-query.ts";
import { parseQuery } from "#lib/search/parse-query.ts";
import type { TimeRange } from "#lib/search/search.ts";

/** So many of the newest calls are looked at. */
const MOST_CALLS = 500;
/** A role of one name may stand in many accounts. */
const MOST_ROLES = 50;
const ASSUME = "event:AssumeRole*";

/** The roles that an actor assumed. `q`, resolved to `predicate`, finds the actor's events. */
export async function readAssumed(
  db: Database,
  client: pg.PoolClient,
  { q, predicate }: { readonly q: string; readonly predicate: Predicate },
  range: TimeRange,
): Promise<Relations> {
  const calls = await resolveSearch(client, parseQuery(ASSUME).where);
  const asked = { q: `${q} ${ASSUME}`, predicate: { kind: "all", of: [predicate, calls] } } as const;
  return readCalls(db, client, asked, range, (event) => {
    const role = event.resources.find(({ id }) => isRoleArn(id));
    return role === undefined
      ? null
      : { name: role.id, kind: "role", account: /^arn:[^:]*:iam::(\d{12}):/.exec(role.id)?.[1] ?? null };
  });
}

/** Who assumed these roles, by their ARNs. */
export async function readAssumers(
  db: Database,
  client: pg.PoolClient,
  roles: readonly string[],
  range: TimeRange,
): Promise<Relations> {
  const q = `${ASSUME} resource:(${roles.slice(0, MOST_ROLES).map(formatText).join(" OR ")})`;
  const predicate = await resolveSearch(client, parseQuery(q).where);
  return readCalls(db, client, { q, predicate }, range, ({ actor, account }) => ({
    name: actor.name,
    kind: actor.kind,
    account,
  }));
}

type Other = Pick<Relation, "name" | "kind" | "account">;

async function readCalls(
  db: Database,
  client: pg.PoolClient,
  { q, predicate }: { readonly q: string; readonly predicate: Predicate },
  range: TimeRange,
  otherOf: (event: Event) => Other | null,
): Promise<Relations> {
  const found = await findRows(client, {
    predicate,
    range,
    direction: "newest-first",
    after: null,
    limit: MOST_CALLS + 1,
  });
  const events = await toEvents(db.terms, client, found.slice(0, MOST_CALLS));
  const others = new Map<string, Relation>();
  for (const event of events) {
    const other = otherOf(event);
    if (other === null) continue;
    const key = `${other.kind} ${other.account} ${other.name}`;
    const known = others.get(key);
    others.set(key, {
      ...(known ?? { ...other, last: event.eventTime, eventId: event.eventId }),
      count: (known?.count ?? 0) + 1,
      denied: (known?.denied ?? 0) + (event.outcome === "denied" ? 1 : 0),
    });
  }
  return {
    q,
    told: { events: events.length, isWhole: found.length <= MOST_CALLS },
    with: [...others.values()].sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1)),
  };
}

function isRoleArn(id: string): boolean {
  return /^arn:[^:]*:iam::\d{12}:role\//.test(id);
}
