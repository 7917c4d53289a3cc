import { isoSecond } from "#lib/base/iso-time.ts";
import type { Credential, Issued } from "#lib/cloudtrail/chain/facts.ts";
import { targetsOf } from "#lib/cloudtrail/chain/find-link.ts";
import { partyIssued } from "#lib/cloudtrail/chain/issued-party.ts";
import { proofOf, toHop } from "#lib/cloudtrail/chain/trace-chain.ts";
import { markGoneInTrees } from "#lib/db/credentials/mark-gone.ts";
import { readCredentials } from "#lib/db/credentials/read-facts.ts";
import { readIssuedBy, readIssuedCredentials } from "#lib/db/credentials/read-issued.ts";
import { type ChainSubject, partiesOf, resolveChains } from "#lib/db/credentials/resolve-chain.ts";
import type { Database } from "#lib/db/database.ts";
import { inReadTransaction, type Queryable } from "#lib/db/sql/raw.ts";
import type { Chain, Hop, IssuedNode } from "#lib/event/chain.ts";
import { credentialRef, type Party } from "#lib/event/credential.ts";

export type TreeLimits = {
  /** Credentials in the whole tree, its root apart. */
  readonly nodes: number;
  readonly depth: number;
};

const TREE_LIMITS: TreeLimits = { nodes: 500, depth: 8 };
const TIME_LIMIT = 10_000;

/**
 * All credentials that were issued from a key, a session, or the credential of an event, as trees: one for each that
 * the subject names (several only where records contradict one another), none where nothing loaded names it. A node
 * whose `isCut` is true has more below it than is listed.
 */
export function issuedBy(db: Database, subject: ChainSubject, limits = TREE_LIMITS): Promise<IssuedNode[]> {
  return inReadTransaction(db.pool, TIME_LIMIT, async (client) => {
    const roots = await partiesOf(client, subject);
    const trees: IssuedNode[] = [];
    for (const root of roots) trees.push(await growTree(client, root, limits));
    return markGoneInTrees(client, trees);
  });
}

/** A node that is still growing. */
type Growing = {
  readonly party: Party;
  readonly hop: Hop;
  readonly seen: Credential | undefined;
  readonly issued: Growing[];
  isCut: boolean;
};

async function growTree(on: Queryable, root: Party, limits: TreeLimits): Promise<IssuedNode> {
  const ref = credentialRef(root);
  const [seen] = ref === null ? [] : await readCredentials(on, [ref]);
  const top: Growing = { party: root, hop: toHop(root), seen, issued: [], isCut: false };
  const known = new Set([nameOf(root)]);
  let level = [top];
  let left = limits.nodes;
  for (let depth = 0; level.length > 0; depth++) {
    const children = await findChildren(on, level, left + 1);
    const fresh = children.filter(({ node }) => !known.has(nameOf(node.party)));
    const allowed = depth < limits.depth ? left : 0;
    for (const { parent, node } of fresh.slice(0, allowed)) {
      if (known.has(nameOf(node.party))) continue;
      known.add(nameOf(node.party));
      parent.issued.push(node);
    }
    for (const { parent } of fresh.slice(allowed)) parent.isCut = true;
    left = Math.max(0, left - fresh.length);
    level = level.flatMap((node) => node.issued);
    if (depth >= limits.depth) break;
  }
  return toNode(top);
}

type Child = { readonly parent: Growing; readonly node: Growing };

type Candidate = {
  readonly issued: Issued;
  readonly seen: Credential | undefined;
  readonly party: Party;
};

/** What the credentials of a level issued. Whether it did is for the way back to say: both directions then agree. */
async function findChildren(on: Queryable, level: readonly Growing[], limit: number): Promise<Child[]> {
  const issues = await readIssuedBy(
    on,
    level.map(({ party }) => party),
    limit * 2,
  );
  if (issues.length === 0) return [];
  const used = await readIssuedCredentials(on, issues);
  const candidates = issues.flatMap((issued): Candidate[] => {
    const fitting = used.filter((credential) => mayBeOf(issued, credential));
    return fitting.length > 0
      ? fitting.map((seen) => ({ issued, seen, party: { ...seen.party, key: keyOf(issued, seen) } }))
      : [{ issued, seen: undefined, party: partyIssued(issued) }];
  });
  const chains = await resolveChains(
    on,
    candidates.map(({ party }) => party),
  );
  return candidates.flatMap(({ issued, seen, party }, index) => {
    const hop = hopFrom(chains[index], issued);
    const parent = level.find((node) => isParent(node, chains[index], issued));
    return hop === null || parent === undefined
      ? []
      : [{ parent, node: { party, hop, seen, issued: [], isCut: false } }];
  });
}

function mayBeOf({ issue, time }: Issued, { party, keys }: Credential): boolean {
  if (issue.key !== null && (keys.has(issue.key) || party.key === issue.key)) return true;
  const isNear = party.createdAt !== null && Math.abs(party.createdAt - time) <= 1;
  return issue.target !== null && isNear && targetsOf(party).includes(issue.target);
}

function keyOf({ issue }: Issued, { keys, party }: Credential): string | null {
  return issue.key !== null && keys.has(issue.key) ? issue.key : party.key;
}

function hopFrom(chain: Chain | undefined, issued: Issued): Hop | null {
  const hop = chain?.hops.at(-1);
  if (hop === undefined) return null;
  return issued.issue.how === "CreateAccessKey" ? { ...hop, grade: "exact", provedBy: proofOf(issued) } : hop;
}

function isParent(node: Growing, chain: Chain | undefined, { issue, caller }: Issued): boolean {
  if (issue.how === "CreateAccessKey") return nameOf(caller) === nameOf(node.party);
  const before = chain?.hops.at(-2);
  if (before === undefined) return false;
  const { sessionId } = node.hop;
  if (sessionId !== null || before.sessionId !== null) return before.sessionId === sessionId;
  // A user whose account alone told of the call has no key there.
  return (
    before.key === node.hop.key ||
    (before.key === null && before.principal.principalId === node.party.principalId)
  );
}

function nameOf(party: Party): string {
  return credentialRef(party) ?? `${party.kind} ${party.name} ${party.principalId}`;
}

function toNode({ hop, seen, issued, isCut }: Growing): IssuedNode {
  return {
    hop,
    firstSeen: timeText(seen?.firstSeen),
    lastSeen: timeText(seen?.lastSeen),
    issued: issued.map(toNode),
    isCut,
  };
}

function timeText(seconds: number | undefined): string | null {
  return seconds === undefined ? null : isoSecond(seconds * 1000);
}
