import { indexFacts } from "#lib/cloudtrail/chain/fact-index.ts";
import type { Credential } from "#lib/cloudtrail/chain/facts.ts";
import { personName } from "#lib/cloudtrail/chain/name-origin.ts";
import { MAX_HOPS } from "#lib/cloudtrail/chain/trace-chain.ts";
import { readDeclared, readPeople } from "#lib/db/credentials/read-declared.ts";
import { readPersonNames } from "#lib/db/credentials/read-facts.ts";
import { readIssuedBy, readIssuedByNames, readIssuedCredentials } from "#lib/db/credentials/read-issued.ts";
import { resolveChains } from "#lib/db/credentials/resolve-chain.ts";
import type { Queryable } from "#lib/db/sql/raw.ts";
import type { Party } from "#lib/event/credential.ts";
import { matchesValue } from "#lib/search/match.ts";
import type { Test } from "#lib/search/search.ts";
import { Failure } from "#lib/server/failure.ts";

/** Finding more takes longer than a person waits, and asking the index for so many keys as well. */
const MOST_SESSIONS = 20_000;

/** Which events belong to what was found. */
export type Behind = {
  /** Those signed with one of these keys by one of these principals. */
  readonly keys: readonly string[];
  readonly principals: readonly string[];
  /** And those of these sessions in which no key stands. */
  readonly sessions: readonly BehindSession[];
  /** And those that these Identity Center users (`Party.onBehalfOf`) did without a credential. */
  readonly people: readonly string[];
};

/** `createdAt`: seconds since 1970 UTC. */
export type BehindSession = { readonly principalId: string; readonly createdAt: number };

/**
 * The credentials behind which, through any chain of roles or by what their own records say, stands a person or an
 * outside identity whose name passes the test. `names` are the names that do, of callers and of those whom records
 * name besides. Candidates are gathered forward; whether one belongs is for the way back to say, as it is for the
 * list's "who". `hasUnsigned`: whether any event of a session lacks a key; without one, sessions are not traced a
 * second time for such events.
 * @throws Failure("bad-query") where there are too many: an answer that leaves some out would be wrong
 */
export async function findBehind(
  on: Queryable,
  names: readonly string[],
  test: Test,
  hasUnsigned: boolean,
): Promise<Behind> {
  const found = new Map<string, Credential>();
  const people = await readPeople(on, names);
  const issuedByNames = await readIssuedByNames(on, names, MOST_SESSIONS + 1);
  if (issuedByNames.length > MOST_SESSIONS) throw tooMany();
  let used = [
    ...(await readDeclared(on, names, people, MOST_SESSIONS + 1)),
    ...(await readIssuedCredentials(on, issuedByNames)),
  ];
  for (let hop = 0; used.length > 0 && hop < MAX_HOPS; hop++) {
    const fresh = used.filter(({ ref }) => !found.has(ref));
    for (const one of fresh) found.set(one.ref, one);
    if (found.size > MOST_SESSIONS) throw tooMany();
    const parties = fresh.map(({ party }) => party);
    const issued = await readIssuedBy(on, parties, MOST_SESSIONS + 1);
    if (issued.length > MOST_SESSIONS) throw tooMany();
    used = issued.length === 0 ? [] : await readIssuedCredentials(on, issued);
  }
  const uses = [...found.values()].flatMap(({ party, keys }): Party[] => {
    const own = party.key === null ? [...keys] : [party.key];
    const signed = own.map((key): Party => ({ ...party, key }));
    return party.createdAt === null || !hasUnsigned ? signed : [...signed, { ...party, key: null }];
  });
  const chains = await resolveChains(on, uses, [...found.values()]);
  const kept = uses.filter((_, index) => {
    const origin = chains[index]?.origin;
    const isSomeone = origin?.kind === "person" || origin?.kind === "external";
    return isSomeone && matchesValue(test, origin.name);
  });
  return {
    keys: [...new Set(kept.flatMap(({ key }) => key ?? []))],
    principals: [...new Set(kept.flatMap(({ principalId }) => principalId ?? []))],
    sessions: kept.flatMap(({ key, principalId, createdAt }) =>
      key !== null || principalId === null || createdAt === null ? [] : [{ principalId, createdAt }],
    ),
    people: await namedAs(on, people, test),
  };
}

/** Those of these people whose name, as chains have it, passes the test. */
async function namedAs(on: Queryable, people: readonly string[], test: Test): Promise<string[]> {
  const named = await readPersonNames(on, people);
  const facts = indexFacts({ credentials: new Map(named.map((one) => [one.ref, one])), issues: [] });
  return people.filter((person) => matchesValue(test, personName(facts, person)));
}

function tooMany(): Failure {
  return new Failure(
    "bad-query",
    `More than ${MOST_SESSIONS} sessions lead back to those that actor: names here.`,
    { remedy: "Name one of them in full, or ask by user:, role:, session: or key:." },
  );
}
