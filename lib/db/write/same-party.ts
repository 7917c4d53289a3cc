import type { Party } from "#lib/event/credential.ts";

/** Parties met not long ago; few are in use at a time. */
const MOST_KEPT = 4_000;

/**
 * Gives for a party the same object as before where all of it is the same. One credential makes many calls, and
 * thousands of events wait for their transaction: each would keep a copy of who made it.
 */
export function createPartyMemo(): (party: Party) => Party {
  const known = new Map<string, Party[]>();
  let size = 0;
  return (party) => {
    const name = party.key ?? party.principalId ?? party.name;
    // A credential is told of in few ways: by itself, and by each service that calls for it.
    const alike = known.get(name);
    for (const one of alike ?? []) if (isSame(one, party)) return one;
    if (size >= MOST_KEPT) {
      known.clear();
      size = 0;
    }
    size += 1;
    if (alike === undefined || size === 1) known.set(name, [party]);
    else alike.push(party);
    return party;
  };
}

function isSame(a: Party, b: Party): boolean {
  for (const name in a) if (a[name as keyof Party] !== b[name as keyof Party]) return false;
  return true;
}
