import type { Credential, FactBook, Issued } from "#lib/cloudtrail/chain/facts.ts";

/** A book of facts with the ways in that tracing needs. */
export type FactIndex = {
  readonly credentials: ReadonlyMap<string, Credential>;
  readonly byKey: ReadonlyMap<string, readonly Issued[]>;
  readonly byTarget: ReadonlyMap<string, readonly Issued[]>;
  readonly byShared: ReadonlyMap<string, readonly Issued[]>;
  /** Choices made in Identity Center's portal, by the account that was opened. */
  readonly grants: ReadonlyMap<string, readonly Issued[]>;
  readonly byPrincipal: ReadonlyMap<string, readonly Credential[]>;
  /** The name of an Identity Center user, `{identityStoreArn}#{userId}`. */
  readonly personNames: ReadonlyMap<string, string>;
};

export function indexFacts({ credentials, issues }: FactBook): FactIndex {
  const index = {
    byKey: new Map<string, Issued[]>(),
    byTarget: new Map<string, Issued[]>(),
    byShared: new Map<string, Issued[]>(),
    grants: new Map<string, Issued[]>(),
    byPrincipal: new Map<string, Credential[]>(),
    personNames: new Map<string, string>(),
  };
  // In one order, whatever the order of arrival: where several fit alike, everyone takes the same.
  for (const issued of issues.toSorted(byTimeAndId)) {
    const { key, target, sharedEventId, grant } = issued.issue;
    add(index.byKey, key, issued);
    add(index.byTarget, target, issued);
    add(index.byShared, sharedEventId, issued);
    add(index.grants, grant?.account ?? null, issued);
  }
  for (const credential of [...credentials.values()].toSorted(byRef)) {
    const { principalId, onBehalfOf, signIn, session } = credential.party;
    add(index.byPrincipal, principalId, credential);
    if (onBehalfOf === null || signIn !== "sso" || session === null || !mayBeSessionName(session)) continue;
    const known = index.personNames.get(onBehalfOf);
    if (known === undefined || session < known) index.personNames.set(onBehalfOf, session);
  }
  return { credentials, ...index };
}

/** STS takes no longer ones: what is longer is forged, and no name of anybody's. */
const LONGEST_SESSION_NAME = 64;

function mayBeSessionName(name: string): boolean {
  return [...name].length <= LONGEST_SESSION_NAME;
}

function add<Value>(map: Map<string, Value[]>, name: string | null, value: Value): void {
  if (name === null) return;
  const there = map.get(name);
  if (there === undefined) map.set(name, [value]);
  else there.push(value);
}

function byTimeAndId(a: Issued, b: Issued): number {
  return a.time - b.time || order(a.eventId, b.eventId) || order(a.issue.account, b.issue.account);
}

function byRef(a: Credential, b: Credential): number {
  return order(a.ref, b.ref);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
