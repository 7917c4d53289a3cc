import { compareKeys } from "#lib/base/compare-keys.ts";
import { credentialRef, type Issue, type Party } from "#lib/event/credential.ts";

/**
 * The facts that chains are made of, gathered from many records. Nothing here depends on the order in which the
 * records came: what several records tell of one credential is merged by taking the least value, times apart.
 */

/** A credential as all records made with it tell of it together. */
export type Credential = {
  /** As credentialRef names it. */
  readonly ref: string;
  readonly party: Party;
  /** All keys that the session was seen with. */
  readonly keys: ReadonlySet<string>;
  /** Seconds since 1970 UTC. */
  readonly firstSeen: number;
  readonly lastSeen: number;
};

/** A record that issued a credential. */
export type Issued = {
  readonly eventId: string;
  /** Seconds since 1970 UTC. */
  readonly time: number;
  readonly issue: Issue;
  readonly caller: Party;
};

/** All that is known around the credentials in question. */
export type FactBook = {
  readonly credentials: ReadonlyMap<string, Credential>;
  readonly issues: readonly Issued[];
};

/** A record as far as chains are concerned. */
export type ChainRecord = {
  readonly uuid: string;
  readonly time: number;
  readonly party: Party;
  readonly issue: Issue | null;
};

/** What records of a party add to the credential that they were made with; null where they were made with none. */
export function readUse(party: Party, firstSeen: number, lastSeen: number): Credential | null {
  const ref = credentialRef(party);
  if (ref === null) return null;
  const keys = new Set(party.key === null ? [] : [party.key]);
  return { ref, party: ofCredential(party), keys, firstSeen, lastSeen };
}

/** The record's issue with its place; null where it issued nothing. */
export function readIssued({ uuid, time, party, issue }: ChainRecord): Issued | null {
  return issue === null ? null : { eventId: uuid, time, issue, caller: party };
}

/** What belongs to the credential and not to one call: a service may call for it now and then. */
function ofCredential(party: Party): Party {
  return party.via === null && (party.createdAt === null || party.key === null)
    ? party
    : { ...party, via: null, key: party.createdAt === null ? party.key : null };
}

/** One credential, told of by two. */
function mergeCredentials(a: Credential, b: Credential): Credential {
  return {
    ref: a.ref,
    party: a.party === b.party ? a.party : mergeParties(a.party, b.party),
    keys: b.keys.size === 0 ? a.keys : new Set([...a.keys, ...b.keys]),
    firstSeen: Math.min(a.firstSeen, b.firstSeen),
    lastSeen: Math.max(a.lastSeen, b.lastSeen),
  };
}

/** Adds what `readUse` gave to what is known of the credentials, by their refs. */
export function addUse(credentials: Map<string, Credential>, use: Credential | null): void {
  if (use === null) return;
  const known = credentials.get(use.ref);
  credentials.set(use.ref, known === undefined ? use : mergeCredentials(known, use));
}

function mergeParties(a: Party, b: Party): Party {
  return {
    kind: leastText(a.kind, b.kind) ?? a.kind,
    name: leastText(a.name, b.name) ?? a.name,
    account: leastText(a.account, b.account),
    arn: leastText(a.arn, b.arn),
    principalId: leastText(a.principalId, b.principalId),
    role: leastText(a.role, b.role),
    roleArn: leastText(a.roleArn, b.roleArn),
    session: leastText(a.session, b.session),
    user: leastText(a.user, b.user),
    key: leastText(a.key, b.key),
    createdAt: a.createdAt ?? b.createdAt,
    signIn: leastText(a.signIn, b.signIn),
    mfa: a.mfa === null ? b.mfa : b.mfa === null ? a.mfa : a.mfa && b.mfa,
    via: null,
    onBehalfOf: leastText(a.onBehalfOf, b.onBehalfOf),
    sourceIdentity: leastText(a.sourceIdentity, b.sourceIdentity),
    inScopeOf: leastText(a.inScopeOf, b.inScopeOf),
    signInSession: leastText(a.signInSession, b.signInSession),
    provider: leastText(a.provider, b.provider),
  };
}

/** As SQL's LEAST under the collation "C": nothing gives way to something. */
function leastText<T extends string>(a: T | null, b: T | null): T | null {
  if (a === null || b === null) return a ?? b;
  return a === b || compareKeys(a, b) < 0 ? a : b;
}

/** The facts of all these records, in memory. */
export function collectFacts(records: Iterable<ChainRecord>): FactBook {
  const credentials = new Map<string, Credential>();
  const issues: Issued[] = [];
  for (const record of records) {
    addUse(credentials, readUse(record.party, record.time, record.time));
    const issued = readIssued(record);
    if (issued !== null) issues.push(issued);
  }
  return { credentials, issues };
}

/** A caller with what other records of the same credential tell of it, beside what this one does. */
export function withTraits(credentials: ReadonlyMap<string, Credential>, party: Party): Party {
  const ref = credentialRef(party);
  const known = ref === null ? undefined : credentials.get(ref)?.party;
  if (known === undefined) return party;
  const { key, via, createdAt } = party;
  return { ...known, key, via, createdAt, principalId: party.principalId ?? known.principalId };
}
