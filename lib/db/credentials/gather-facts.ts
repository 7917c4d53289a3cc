import { type Credential, type FactBook, type Issued, withTraits } from "#lib/cloudtrail/chain/facts.ts";
import { MAX_HOPS } from "#lib/cloudtrail/chain/trace-chain.ts";
import {
  readByPrincipal,
  readCredentials,
  readIssues,
  readPersonNames,
} from "#lib/db/credentials/read-facts.ts";
import type { Queryable } from "#lib/db/sql/raw.ts";
import { credentialRef, type Party } from "#lib/event/credential.ts";

/**
 * All facts that the chains of these callers are made of. Each round asks for all of them at once, one hop further
 * back; most callers are known after two. `known`: credentials that were read already, with all their keys.
 */
export async function gatherFacts(
  on: Queryable,
  starts: readonly Party[],
  known: readonly Credential[] = [],
): Promise<FactBook> {
  const found: Found = { credentials: new Map(known.map((one) => [one.ref, one])), issues: new Map() };
  const asked = new Set<string>();
  let waiting = starts;
  for (let round = 0; waiting.length > 0 && round <= MAX_HOPS; round++) {
    const parties = waiting.filter((party) => isNew(asked, party));
    waiting = parties.length === 0 ? [] : await askRound(on, found, parties);
  }
  await addPersonNames(on, found, starts);
  return { credentials: found.credentials, issues: [...found.issues.values()] };
}

type Found = { readonly credentials: Map<string, Credential>; readonly issues: Map<string, Issued> };

/** Notes that this credential is asked for; false where it was before, or where there is nothing to ask by. */
function isNew(asked: Set<string>, party: Party): boolean {
  const ref = credentialRef(party);
  const name = `${ref} ${party.key}`;
  if (ref === null || asked.has(name)) return false;
  asked.add(name);
  return true;
}

/** Reads what may have issued these credentials; gives the callers of that. */
async function askRound(on: Queryable, found: Found, parties: readonly Party[]): Promise<Party[]> {
  const refs = [...new Set(parties.flatMap((party) => credentialRef(party) ?? []))];
  const unread = refs.filter((ref) => !found.credentials.has(ref));
  for (const one of await readCredentials(on, unread)) found.credentials.set(one.ref, one);
  const otherKeys = refs.flatMap((ref) => [...(found.credentials.get(ref)?.keys ?? [])]);
  const merged = parties.map((party) => withTraits(found.credentials, party));
  const issues = await readIssues(on, merged, otherKeys);
  for (const one of issues) found.issues.set(`${one.eventId} ${one.time} ${one.issue.account}`, one);
  const strangers = issues.flatMap(({ caller, time }) =>
    caller.kind === "account" && caller.principalId !== null
      ? [{ principalId: caller.principalId, time }]
      : [],
  );
  const alive = await readByPrincipal(on, strangers);
  for (const one of alive) found.credentials.set(one.ref, one);
  return [...issues.map(({ caller }) => caller), ...alive.map(({ party }) => party)];
}

async function addPersonNames(on: Queryable, found: Found, starts: readonly Party[]): Promise<void> {
  const parties = [
    ...starts,
    ...[...found.credentials.values()].map(({ party }) => party),
    ...[...found.issues.values()].map(({ caller }) => caller),
  ];
  const people = new Set(parties.flatMap((party) => party.onBehalfOf ?? []));
  for (const one of await readPersonNames(on, [...people])) {
    if (!found.credentials.has(one.ref)) found.credentials.set(one.ref, one);
  }
}
