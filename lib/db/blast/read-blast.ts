import type pg from "pg";
import * as z from "zod";
import { isoSecond } from "#lib/base/iso-time.ts";
import { type GrownNode, growNodes, type Own } from "#lib/db/blast/grow-nodes.ts";
import { sumResources, type Written } from "#lib/db/blast/sum-resources.ts";
import type { Database } from "#lib/db/database.ts";
import { isReadOnly, outcomeOf } from "#lib/db/event-codes.ts";
import type { EventColumns } from "#lib/db/read/event-columns.ts";
import { findRows } from "#lib/db/read/find-rows.ts";
import { resolveSearch } from "#lib/db/read/resolve-search.ts";
import { toEvents } from "#lib/db/read/to-events.ts";
import { fieldIs, queryOf } from "#lib/db/resources/resource-condition.ts";
import { inReadTransaction, rows, sql } from "#lib/db/sql/raw.ts";
import { termHash } from "#lib/db/terms/term-hash.ts";
import type { Blast, BlastCounts, BlastNode, BlastSubject } from "#lib/event/blast.ts";
import { parseSessionId } from "#lib/event/credential.ts";
import { anyOf, matchOf } from "#lib/search/condition.ts";
import type { Condition, TimeRange } from "#lib/search/search.ts";

const MOST_EVENTS = 5_000;
const MOST_WRITES = 2_000;
/** An address holds no more. */
const MOST_KEYS_IN_QUERY = 12;
const TIME_LIMIT = 10_000;

/** How far the subject reached in this span; null where no loaded credential belongs to it. */
export async function readBlast(
  db: Database,
  subject: BlastSubject,
  range: TimeRange,
): Promise<Blast | null> {
  const own: Own = { where: fieldIs(subject.kind, subject.value), known: new Map() };
  const { nodes, hasMore } = await growNodes(db, subject, range, own);
  if (nodes.length === 0) return null;
  return inReadTransaction(db.pool, TIME_LIMIT, async (client) => {
    const found = await findRows(client, {
      predicate: await resolveSearch(client, whereOf(subject, own.where, nodes), own.known),
      range,
      direction: "newest-first",
      after: null,
      limit: MOST_EVENTS + 1,
    });
    const looked = found.slice(0, MOST_EVENTS);
    const holders = await holdersOf(client, nodes);
    const nodeOf = ({ terms }: EventColumns) => {
      const term = terms.find((id) => holders.has(id));
      return term === undefined ? null : (holders.get(term) ?? null);
    };
    const ofNodes = nodes.map((): EventColumns[] => []);
    for (const row of looked) ofNodes[nodeOf(row) ?? -1]?.push(row);
    const writeRows = looked.filter(({ flags }) => !isReadOnly(flags)).slice(0, MOST_WRITES);
    const events = await toEvents(db.terms, client, writeRows);
    const written = events.map((event, index): Written => {
      const row = writeRows[index];
      return { event, node: row === undefined ? null : nodeOf(row) };
    });
    const times = looked.map(({ time }) => time);
    return {
      subject,
      since: timeText(range.from === null ? null : range.from / 1_000),
      until: timeText(range.to === null ? null : range.to / 1_000),
      firstSeen: timeText(times.at(-1) ?? null),
      lastSeen: timeText(times[0] ?? null),
      nodes: nodes.map((node, index) => toNode(node, index, ofNodes[index] ?? [])),
      resources: await sumResources(db, client, written),
      counts: countsOf(looked),
      looked: looked.length,
      lookedWrites: writeRows.length,
      isCut: found.length > MOST_EVENTS || writeRows.length === MOST_WRITES,
      hasMoreNodes: hasMore,
    };
  });
}

/**
 * What the subject itself finds, however many its keys, and whatever was done with the credentials that came of it.
 * Those that an address was seen with may be used from elsewhere, rightly: of them only what came from there counts,
 * of what they issued everything.
 */
function whereOf({ kind }: BlastSubject, own: Condition, nodes: readonly GrownNode[]): Condition {
  const counted = kind === "ip" ? nodes.filter(({ parent }) => parent !== null) : nodes;
  const keys = new Set(counted.flatMap((node) => [...node.keys]));
  return anyOf([own, ...[...keys].map((key) => fieldIs("key", key))]);
}

/** The place of the credential that each key's term belongs to. */
async function holdersOf(
  client: pg.PoolClient,
  nodes: readonly GrownNode[],
): Promise<ReadonlyMap<number, number>> {
  const byKey = new Map(nodes.flatMap(({ keys }, index) => [...keys].map((key) => [key, index] as const)));
  const hashes = [...byKey.keys()].map((key) => termHash(key));
  const terms = await rows(
    client,
    z.object({ id: z.int(), value: z.string() }),
    sql`select id, value from term where path_id = (select id from path where name = '@key') and hash = any(${hashes}::uuid[])`,
  );
  return new Map(terms.map(({ id, value }) => [id, byKey.get(value) ?? -1]));
}

function toNode(node: GrownNode, index: number, own: readonly EventColumns[]): BlastNode {
  const { hop, parent, depth, firstSeen, lastSeen, isCut } = node;
  return { index, parent, depth, hop, firstSeen, lastSeen, isCut, q: queryOfNode(node), ...countsOf(own) };
}

function countsOf(found: readonly EventColumns[]): BlastCounts {
  return {
    events: found.length,
    writes: found.filter(({ flags }) => !isReadOnly(flags)).length,
    denied: found.filter(({ flags }) => outcomeOf(flags) === "denied").length,
  };
}

/** By its keys; the console makes too many of them for an address, and its sessions are told by who and when. */
function queryOfNode({ hop, keys }: GrownNode): string {
  const session = hop.sessionId === null ? null : parseSessionId(hop.sessionId);
  if (keys.size <= MOST_KEYS_IN_QUERY || session === null) {
    return queryOf(anyOf([...keys].slice(0, MOST_KEYS_IN_QUERY).map((key) => fieldIs("key", key))));
  }
  const at = (path: string, value: string) => matchOf({ kind: "path", path }, { kind: "equals", value });
  return queryOf(
    at("userIdentity.principalId", session.principalId),
    at("userIdentity.sessionContext.attributes.creationDate", timeText(session.createdAt) ?? ""),
  );
}

function timeText(seconds: number | null): string | null {
  return seconds === null ? null : isoSecond(seconds * 1_000);
}
