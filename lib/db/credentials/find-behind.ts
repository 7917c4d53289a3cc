import type { Credential } from "#lib/cloudtrail/chain/facts.ts";
import { MAX_HOPS } from "#lib/cloudtrail/chain/trace-chain.ts";
import { readIssuedBy, readIssuedByNames, readIssuedCredentials } from "#lib/db/credentials/read-issued.ts";
import { resolveChains } from "#lib/db/credentials/resolve-chain.ts";
import type { Queryable } from "#lib/db/sql/raw.ts";
import type { Party } from "#lib/event/credential.ts";
import { matchesValue } from "#lib/search/match.ts";
import type { Test } from "#lib/search/search.ts";
import { Failure } from "#lib/server/failure.ts";

/** Finding more takes longer than a person waits, and asking the index for so many keys as well. */
const MOST_SESSIONS = 20_000;

/** Which events belong to what was found: those signed with one of these keys by one of these principals. */
export type Behind = { readonly keys: readonly string[]; readonly principals: readonly string[] };

/**
 * The credentials behind which, through any chain of roles, stands a person or an outside identity whose name passes
 * the test. `names` are the callers whose name does. Candidates are gathered forward; whether one belongs is for the
 * way back to say, as it is for the list's "who".
 * @throws Failure("bad-query") where there are too many: an answer that leaves some out would be wrong
 */
export async function findBehind(on: Queryable, names: readonly string[], test: Test): Promise<Behind> {
  const found = new Map<string, Credential>();
  let issued = await readIssuedByNames(on, names, MOST_SESSIONS + 1);
  for (let hop = 0; issued.length > 0 && hop < MAX_HOPS; hop++) {
    const used = await readIssuedCredentials(on, issued);
    const fresh = used.filter(({ ref }) => !found.has(ref));
    for (const one of fresh) found.set(one.ref, one);
    if (issued.length > MOST_SESSIONS || found.size > MOST_SESSIONS) throw tooMany();
    issued = await readIssuedBy(
      on,
      fresh.map(({ party }) => party),
      MOST_SESSIONS + 1,
    );
  }
  const uses = [...found.values()].flatMap(({ party, keys }) => {
    const own = party.key === null ? keys : [party.key];
    return [...own].map((key): Party => ({ ...party, key }));
  });
  const chains = await resolveChains(on, uses);
  const kept = uses.filter((_, index) => {
    const origin = chains[index]?.origin;
    const isSomeone = origin?.kind === "person" || origin?.kind === "external";
    return isSomeone && matchesValue(test, origin.name);
  });
  return {
    keys: [...new Set(kept.flatMap(({ key }) => key ?? []))],
    principals: [...new Set(kept.flatMap(({ principalId }) => principalId ?? []))],
  };
}

function tooMany(): Failure {
  return new Failure(
    "bad-query",
    `More than ${MOST_SESSIONS} sessions lead back to those that actor: names here.`,
    { remedy: "Name one of them in full, or ask by user:, role:, session: or key:." },
  );
}
