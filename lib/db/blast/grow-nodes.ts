import { issuedBy } from "#lib/db/credentials/issued-by.ts";
import { readCredentials } from "#lib/db/credentials/read-facts.ts";
import { type ChainSubject, readChainSubject } from "#lib/db/credentials/resolve-chain.ts";
import type { Database } from "#lib/db/database.ts";
import { findRows } from "#lib/db/read/find-rows.ts";
import { type Resolved, resolveSearch } from "#lib/db/read/resolve-search.ts";
import { toEvents } from "#lib/db/read/to-events.ts";
import { inReadTransaction } from "#lib/db/sql/raw.ts";
import type { BlastSubject } from "#lib/event/blast.ts";
import type { Hop, IssuedNode } from "#lib/event/chain.ts";
import { isAccessKeyId } from "#lib/event/credential.ts";
import type { Condition, TimeRange } from "#lib/search/search.ts";

/** A credential in the tree, and every key it was seen with. */
export type GrownNode = {
  readonly hop: Hop;
  readonly parent: number | null;
  readonly depth: number;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  readonly isCut: boolean;
  readonly keys: ReadonlySet<string>;
};

const MOST_NODES = 500;
/** Of an address or a person: so many of the newest events are looked at for keys, and so many keys are followed. */
const MOST_EVENTS = 500;
const MOST_ROOTS = 40;
const TIME_LIMIT = 10_000;

/** The events that bear the subject itself, and what was looked up for them (as for resolveSearch). */
export type Own = { readonly where: Condition; readonly known: Resolved };

/** The credentials that came of the subject, parents first. */
export async function growNodes(
  db: Database,
  subject: BlastSubject,
  range: TimeRange,
  own: Own,
): Promise<{ readonly nodes: readonly GrownNode[]; readonly hasMore: boolean }> {
  const { roots, hasMore } = await rootsOf(db, subject, range, own);
  const flat: Omit<GrownNode, "keys">[] = [];
  const known = new Set<string>();
  for (const root of roots) {
    if ("key" in root && known.has(root.key)) continue;
    for (const tree of await issuedBy(db, root)) add(tree, null, 0, flat, known);
  }
  const nodes = flat.slice(0, MOST_NODES);
  const refs = nodes.flatMap(({ hop }) => hop.sessionId ?? hop.key ?? []);
  const keys = new Map((await readCredentials(db.pool, refs)).map((one) => [one.ref, one.keys]));
  return {
    nodes: nodes.map((node) => {
      const own = node.hop.key === null ? [] : [node.hop.key];
      return {
        ...node,
        keys: new Set([...own, ...(keys.get(node.hop.sessionId ?? node.hop.key ?? "") ?? [])]),
      };
    }),
    hasMore: hasMore || flat.length > MOST_NODES,
  };
}

function add(
  node: IssuedNode,
  parent: number | null,
  depth: number,
  flat: Omit<GrownNode, "keys">[],
  known: Set<string>,
): void {
  const { hop, firstSeen, lastSeen, isCut, issued } = node;
  const name = hop.sessionId ?? hop.key ?? `${hop.principal.kind} ${hop.principal.name}`;
  if (known.has(name)) return;
  known.add(name);
  if (hop.key !== null) known.add(hop.key);
  const index = flat.push({ hop, parent, depth, firstSeen, lastSeen, isCut }) - 1;
  for (const below of issued) add(below, index, depth + 1, flat, known);
}

type Roots = { readonly roots: readonly ChainSubject[]; readonly hasMore: boolean };

/** A key or session itself; of an address, a person or a session's name the keys that were used, the oldest first. */
async function rootsOf(
  db: Database,
  { kind, value }: BlastSubject,
  range: TimeRange,
  { where, known }: Own,
): Promise<Roots> {
  const exact = kind === "key" || kind === "session" ? readChainSubject(value) : null;
  if (exact !== null && !("eventId" in exact)) return { roots: [exact], hasMore: false };
  const events = await inReadTransaction(db.pool, TIME_LIMIT, async (client) => {
    const found = await findRows(client, {
      predicate: await resolveSearch(client, where, known),
      range,
      direction: "newest-first",
      after: null,
      limit: MOST_EVENTS + 1,
    });
    return toEvents(db.terms, client, found);
  });
  const keys = new Set(
    events
      .slice(0, MOST_EVENTS)
      .toReversed()
      .flatMap(({ actor }) => actor.accessKeyId ?? []),
  );
  const usable = [...keys].filter(isAccessKeyId);
  return {
    roots: usable.slice(-MOST_ROOTS).map((key) => ({ key })),
    hasMore: usable.length > MOST_ROOTS || events.length > MOST_EVENTS,
  };
}
