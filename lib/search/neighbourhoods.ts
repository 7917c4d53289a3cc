import { isoSecond } from "#lib/base/iso-time.ts";
import type { Event } from "#lib/event/event.ts";
import { addCondition, queryFor } from "#lib/search/edit-query.ts";

/**
 * What lies around an event.
 * - `session`: made with the same credential: the role session, else the access key
 * - `resource`: about the same thing, by whomever
 * - `actor`: by the same actor with other credentials
 * - `account`: everything else in the account at that time
 */
export type NeighbourhoodKind = "session" | "resource" | "actor" | "account";

export type Neighbourhood = {
  readonly kind: NeighbourhoodKind;
  /** A search as people type it, and its time: ISO 8601, half open. */
  readonly q: string;
  readonly from: string;
  readonly to: string;
};

const MINUTE = 60_000;

/** How far each reaches before and after, in milliseconds: people act in minutes, things change over a day. */
export const REACH: Readonly<Record<NeighbourhoodKind, number>> = {
  session: 60 * MINUTE,
  resource: 24 * 60 * MINUTE,
  actor: 60 * MINUTE,
  account: 5 * MINUTE,
};

/** Characters of a value that is looked for: it stands in the address of "see all" beside others. */
const LONGEST_SOUGHT = 500;

/** The neighbourhoods that an event has, in the order in which they are shown. */
export function neighbourhoodsOf(event: Event): readonly Neighbourhood[] {
  const searches: Readonly<Record<NeighbourhoodKind, string | null>> = {
    session: sessionSearch(event),
    resource: search("resource", event.resources[0]?.id ?? null),
    actor: actorSearch(event),
    account: search("account", event.account),
  };
  const kinds: readonly NeighbourhoodKind[] = ["session", "resource", "actor", "account"];
  return kinds.flatMap((kind) => {
    const q = searches[kind];
    return q === null ? [] : [{ kind, q, ...spanOf(event, REACH[kind]) }];
  });
}

function search(field: string, value: string | null): string | null {
  if (value === null || value === "" || value.length > LONGEST_SOUGHT) return null;
  return queryFor(field, value);
}

/**
 * The console makes a new key for almost every request, so a role's session is known by its ARN; within an hour no
 * other has the same. Everybody else is known by the key.
 */
function credentialOf({ actor }: Event): { readonly field: string; readonly value: string } | null {
  if (actor.session !== null && actor.arn !== null) return { field: "principal", value: actor.arn };
  return actor.accessKeyId === null ? null : { field: "key", value: actor.accessKeyId };
}

function sessionSearch(event: Event): string | null {
  const credential = credentialOf(event);
  return credential === null ? null : search(credential.field, credential.value);
}

/**
 * Without the session's own events. Whoever is behind the session counts, where that is known. Names of roles, and
 * root, mean something in their own account only.
 */
function actorSearch(event: Event): string | null {
  const { actor, account } = event;
  const { origin } = actor;
  const isSomeone = origin?.kind === "person" || origin?.kind === "external";
  if (actor.kind === "service" || actor.kind === "unknown" || actor.kind === "account") return null;
  const own = search("actor", isSomeone ? origin.name : actor.name);
  if (own === null) return null;
  const isLocal = !isSomeone && (actor.kind === "role" || actor.kind === "root");
  const here = isLocal && account !== null ? addCondition(own, "account", account) : own;
  const credential = credentialOf(event);
  if (credential === null || credential.value.length > LONGEST_SOUGHT) return here;
  return addCondition(here, credential.field, credential.value, { exclude: true });
}

function spanOf({ eventTime }: Event, reach: number): Pick<Neighbourhood, "from" | "to"> {
  const at = Date.parse(eventTime);
  return { from: isoSecond(at - reach), to: isoSecond(at + reach + 1_000) };
}
