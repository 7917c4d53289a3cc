import type { Party } from "#lib/event/credential.ts";

/** Parties met not long ago; few are in use at a time. */
const MOST_KEPT = 4_000;

/**
 * Gives for a party the same object as before where all of it is the same. One credential makes many calls, and
 * thousands of events wait for their transaction: each would keep a copy of who made it.
 */
export function createPartyMemo(): (party: Party) => Party {
  const known = new Map<string, Party>();
  return (party) => {
    const name = `${party.principalId} ${party.createdAt} ${party.key} ${party.via}`;
    const before = known.get(name);
    if (before !== undefined && isSame(before, party)) return before;
    if (known.size >= MOST_KEPT) known.clear();
    known.set(name, party);
    return party;
  };
}

function isSame(a: Party, b: Party): boolean {
  for (const name in a) if (a[name as keyof Party] !== b[name as keyof Party]) return false;
  return true;
}
