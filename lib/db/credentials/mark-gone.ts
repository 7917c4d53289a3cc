import * as z from "zod";
import { type Queryable, rows, sql } from "#lib/db/sql/raw.ts";
import type { Chain, Hop, IssuedNode, Proof } from "#lib/event/chain.ts";

/**
 * Facts outlive the events that they were read from: who is behind a key that is used today may have signed in before
 * what is kept. Here a proof whose event has been removed by retention is said to be no longer kept.
 */

/** The chains, with a mark at each proof whose event is no longer there. */
export async function markGoneInChains(on: Queryable, chains: readonly Chain[]): Promise<Chain[]> {
  const mark = await createMarker(on, chains.flatMap(proofsOfChain));
  return chains.map((chain) => ({
    ...chain,
    hops: chain.hops.map((hop) => markHop(hop, mark)),
    keyMadeBy:
      chain.keyMadeBy === null ? null : { ...chain.keyMadeBy, provedBy: mark(chain.keyMadeBy.provedBy) },
  }));
}

/** The trees, with a mark at each proof whose event is no longer there. */
export async function markGoneInTrees(on: Queryable, trees: readonly IssuedNode[]): Promise<IssuedNode[]> {
  const mark = await createMarker(on, trees.flatMap(proofsOfTree));
  const markNode = (node: IssuedNode): IssuedNode => ({
    ...node,
    hop: markHop(node.hop, mark),
    issued: node.issued.map(markNode),
  });
  return trees.map(markNode);
}

function proofsOfChain({ hops, keyMadeBy }: Chain): Proof[] {
  return [
    ...hops.flatMap(({ provedBy }) => provedBy ?? []),
    ...(keyMadeBy === null ? [] : [keyMadeBy.provedBy]),
  ];
}

function proofsOfTree({ hop, issued }: IssuedNode): Proof[] {
  return [...(hop.provedBy === null ? [] : [hop.provedBy]), ...issued.flatMap(proofsOfTree)];
}

type Marker = (proof: Proof) => Proof;

function markHop(hop: Hop, mark: Marker): Hop {
  return hop.provedBy === null ? hop : { ...hop, provedBy: mark(hop.provedBy) };
}

async function createMarker(on: Queryable, proofs: readonly Proof[]): Promise<Marker> {
  if (proofs.length === 0) return (proof) => proof;
  const times = proofs.map(({ eventTime }) => eventTime).toSorted();
  const there = await rows(
    on,
    z.object({ id: z.string() }),
    sql`select distinct event_id::text as id from event where event_id = any(${proofs.map(({ eventId }) => eventId)}::uuid[])
          and event_time between ${times[0] ?? ""}::timestamptz and ${times.at(-1) ?? ""}::timestamptz`,
  );
  const kept = new Set(there.map(({ id }) => id));
  return (proof) => (kept.has(proof.eventId) ? proof : { ...proof, isGone: true });
}
