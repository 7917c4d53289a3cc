import { readCreationDate } from "#lib/cloudtrail/party.ts";
import { resolveChains } from "#lib/db/credentials/resolve-chain.ts";
import type { EventColumns } from "#lib/db/read/event-columns.ts";
import { type ReadRow, readRows } from "#lib/db/read/to-events.ts";
import type { Queryable } from "#lib/db/sql/raw.ts";
import type { TermReader } from "#lib/db/terms/term-reader.ts";
import { type Chain, pathOf } from "#lib/event/chain.ts";
import { isAccessKeyId, type Party, type SignIn } from "#lib/event/credential.ts";
import type { Event } from "#lib/event/event.ts";

/**
 * Who is behind callers that were met before, by all that is known of them. Only for pages of one snapshot: outside
 * of it another log could have come meanwhile.
 */
export type KnownChains = Map<string, Chain>;

/** A bound for memory; few searches meet more callers. */
const MOST_KNOWN = 5_000;

/**
 * Event rows as events, each with who is behind it: a few statements for all of them. `known`: what earlier pages of
 * the same snapshot have found, and this one adds to.
 */
export async function toEventsWithOrigins(
  terms: TermReader,
  on: Queryable,
  found: readonly EventColumns[],
  known: KnownChains = new Map(),
): Promise<Event[]> {
  const read = await readRows(terms, on, found);
  const chains = await chainsOf(on, read.map(partyOf), known);
  return read.map(({ event }, index) => withOrigin(event, chains[index]));
}

/** The chain of each of these callers; each different caller is asked for once. */
async function chainsOf(
  on: Queryable,
  parties: readonly Party[],
  known: KnownChains,
): Promise<readonly (Chain | undefined)[]> {
  if (known.size > MOST_KNOWN) known.clear();
  const named = parties.map((party) => ({ name: JSON.stringify(party), party }));
  const fresh = new Map(named.filter(({ name }) => !known.has(name)).map(({ name, party }) => [name, party]));
  const chains = await resolveChains(on, [...fresh.values()]);
  for (const [index, name] of [...fresh.keys()].entries()) {
    const chain = chains[index];
    if (chain !== undefined) known.set(name, chain);
  }
  return named.map(({ name }) => known.get(name));
}

/** The event with its chain in short. */
export function withOrigin(event: Event, chain: Chain | undefined): Event {
  if (chain === undefined) return event;
  const { kind, name, grade, reason } = chain.origin;
  return { ...event, actor: { ...event.actor, origin: { kind, name, grade, reason }, path: pathOf(chain) } };
}

const SIGN_INS: ReadonlyMap<string, SignIn> = new Map([
  ["FederatedUser", "session-token"],
  ["SAMLUser", "saml"],
  ["WebIdentityUser", "web-identity"],
  ["IdentityCenterUser", "sso"],
]);

/**
 * The caller as far as the index of terms tells. What it leaves out the row of the credential has; only callers
 * without a credential are known by this alone.
 */
export function partyOf({ event, values }: ReadRow): Party {
  const identity = (path: string) => values.get(`userIdentity.${path}`) ?? null;
  const { kind, name, arn, role, session, accessKeyId, via } = event.actor;
  const created = identity("sessionContext.attributes.creationDate");
  const [store, userId] = [identity("onBehalfOf.identityStoreArn"), identity("onBehalfOf.userId")];
  return {
    kind,
    name,
    account: identity("accountId"),
    arn,
    principalId: identity("principalId"),
    role,
    roleArn: identity("sessionContext.sessionIssuer.arn"),
    session,
    user: values.get("@user") ?? null,
    key: accessKeyId !== null && isAccessKeyId(accessKeyId) ? accessKeyId : null,
    createdAt: readCreationDate(created),
    signIn: SIGN_INS.get(values.get("@identity") ?? "") ?? null,
    mfa: null,
    via,
    onBehalfOf: store === null || userId === null ? null : `${store}#${userId}`,
    sourceIdentity: identity("sessionContext.sourceIdentity"),
    inScopeOf: null,
    signInSession: null,
    provider: identity("identityProvider"),
  };
}
