import { readCreationDate } from "#lib/cloudtrail/party.ts";
import { resolveChains } from "#lib/db/credentials/resolve-chain.ts";
import type { EventColumns } from "#lib/db/read/event-columns.ts";
import type { Queryable } from "#lib/db/sql/raw.ts";
import type { TermReader } from "#lib/db/terms/term-reader.ts";
import { type Chain, pathOf } from "#lib/event/chain.ts";
import { isAccessKeyId, type Party, type SignIn } from "#lib/event/credential.ts";
import type { Event } from "#lib/event/event.ts";

/** A page of events, each with who is behind it: a few statements for all of them. `found` are the events' rows. */
export async function addOrigins(
  terms: TermReader,
  on: Queryable,
  found: readonly EventColumns[],
  events: readonly Event[],
): Promise<Event[]> {
  const words = await terms.valuesOf(
    on,
    found.flatMap((row) => row.terms),
  );
  const parties = events.map((event, index) => {
    const byPath = new Map<string, string>();
    for (const id of found[index]?.terms ?? []) {
      const term = words.get(id);
      if (term !== undefined && !byPath.has(term.path)) byPath.set(term.path, term.value);
    }
    return partyOf(event, byPath);
  });
  const chains = await resolveChains(on, parties);
  return events.map((event, index) => withOrigin(event, chains[index]));
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
function partyOf({ actor }: Event, byPath: ReadonlyMap<string, string>): Party {
  const identity = (path: string) => byPath.get(`userIdentity.${path}`) ?? null;
  const { kind, name, arn, role, session, accessKeyId, via } = actor;
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
    user: byPath.get("@user") ?? null,
    key: accessKeyId !== null && isAccessKeyId(accessKeyId) ? accessKeyId : null,
    createdAt: readCreationDate(created),
    signIn: SIGN_INS.get(byPath.get("@identity") ?? "") ?? null,
    mfa: null,
    via,
    onBehalfOf: store === null || userId === null ? null : `${store}#${userId}`,
    sourceIdentity: identity("sessionContext.sourceIdentity"),
    inScopeOf: null,
    signInSession: null,
    provider: identity("identityProvider"),
  };
}
