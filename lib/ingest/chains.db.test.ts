import * as fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { indexFacts } from "#lib/cloudtrail/chain/fact-index.ts";
import { collectFacts } from "#lib/cloudtrail/chain/facts.ts";
import { traceChain } from "#lib/cloudtrail/chain/trace-chain.ts";
import { readRecord } from "#lib/cloudtrail/read-record.ts";
import {
  assumed,
  assumeRole,
  HOME,
  key,
  principalOf,
  record,
  type Session,
  type TestRecord,
  user,
} from "#lib/cloudtrail/testing/chain-records.ts";
import {
  ADMIN,
  ALICE_KEY,
  CHAIN_RECORDS,
  CHAINS_EXPECTED,
  DEPLOY,
  HOSTILE,
  RING_A,
  SWITCHED,
} from "#lib/cloudtrail/testing/chain-story.ts";
import { chainWords } from "#lib/cloudtrail/testing/chain-words.ts";
import { hasRealEvents, realEvents, whereReal } from "#lib/cloudtrail/testing/real-events.ts";
import { issuedBy } from "#lib/db/credentials/issued-by.ts";
import { resolveChain, resolveChains } from "#lib/db/credentials/resolve-chain.ts";
import { type Database, openDatabase } from "#lib/db/database.ts";
import { listEvents } from "#lib/db/list-events.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/test-database.ts";
import type { IssuedNode } from "#lib/event/chain.ts";
import type { Event } from "#lib/event/event.ts";
import { gatherRecords } from "#lib/ingest/testing/gather-records.ts";
import { logKey, logObjectOf, memoryStore } from "#lib/ingest/testing/memory-store.ts";
import { runSource, testSource } from "#lib/ingest/testing/run-source.ts";
import { sampleStore } from "#lib/sample/sample-store.ts";
import { sampleTrail } from "#lib/sample/sample-trail.ts";
import { parseQuery } from "#lib/search/parse-query.ts";

/** Chains as they are read from the database, against those that all records in memory would give. */

const PATIENCE = 300_000;
const opened: { readonly database: TestDatabase; readonly db: Database }[] = [];

afterEach(async () => {
  for (const { database, db } of opened.splice(0)) {
    await db.close();
    await database.drop();
  }
});

async function open(): Promise<Database> {
  const database = await createTestDatabase();
  const db = openDatabase(database.url);
  opened.push({ database, db });
  return db;
}

/** Loads each batch in a run of its own, from a log object for each of its parts. */
async function load(db: Database, batches: readonly (readonly (readonly unknown[])[])[]): Promise<void> {
  for (const [run, parts] of batches.entries()) {
    const objects = parts.map((records, index) => [logKey(`run${run}part${index}end`), logObjectOf(records)]);
    const source = await testSource(db, `run ${run}`);
    expect((await runSource(db, source, memoryStore(Object.fromEntries(objects)))).state).toBe("done");
  }
}

async function chainsOfEvents(db: Database): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const eventId of CHAINS_EXPECTED.keys()) {
    found[eventId] = (await resolveChain(db, { eventId })).map(chainWords).join(" | ");
  }
  return found;
}

describe("chains in the database", () => {
  it("are the same in whatever order and however cut the logs arrive", { timeout: PATIENCE }, async () => {
    const arrivals = fc.tuple(
      fc.shuffledSubarray([...CHAIN_RECORDS], { minLength: CHAIN_RECORDS.length }),
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 4 }),
    );
    await fc.assert(
      fc.asyncProperty(arrivals, async ([records, size, runs]) => {
        const parts = cut(records, size);
        const db = await open();
        await load(db, cut(parts, Math.ceil(parts.length / runs)));
        expect(await chainsOfEvents(db)).toEqual(Object.fromEntries(CHAINS_EXPECTED));
      }),
      { numRuns: 8 },
    );
  });

  it("are found by key and by session, used or only issued", async () => {
    const db = await open();
    await load(db, [[CHAIN_RECORDS]]);
    const words = async (subject: Parameters<typeof resolveChain>[1]) =>
      (await resolveChain(db, subject)).map(chainWords);
    expect(await words({ key: ADMIN.key ?? "" })).toEqual(["alice exact > Deploy > ProdAdmin"]);
    expect(await words({ key: ALICE_KEY })).toEqual(["alice exact"]);
    expect(await words({ session: `${principalOf(SWITCHED)}@20261112T100000Z` })).toEqual([
      "alice matched > Auditor",
    ]);
    expect(await words({ session: `${principalOf(HOSTILE)}@20261112T150000Z` })).toEqual([
      "alice exact > Deploy",
    ]);
    expect(await words({ key: "ASIANEVERUSEDXXXXXXX" })).toEqual(["alice exact > Auditor"]);
    expect(await words({ key: "ASIAUNKNOWNUNKNOWNXX" })).toEqual([]);
    // Two principals used one key: both are told, the latest first.
    expect(await words({ key: DEPLOY.key ?? "" })).toEqual([
      "alice exact > Deploy",
      "unknown: no-issuing-event > Forged",
    ]);
  });

  it("go forward as they go back: all that came of a key, as a tree that says where it is cut", async () => {
    const db = await open();
    await load(db, [cut(CHAIN_RECORDS, 4)]);
    const [tree] = await issuedBy(db, { key: ALICE_KEY });
    expect(tree === undefined ? [] : treeWords(tree)).toEqual([
      "alice",
      "  exact Deploy 2026-11-12T09:11:00Z",
      "    exact ProdAdmin 2026-11-12T09:21:00Z",
      "  matched Auditor 2026-11-12T10:05:00Z",
      "  exact Deploy 2026-11-12T15:01:00Z",
    ]);
    const [small] = await issuedBy(db, { key: ALICE_KEY }, { nodes: 1, depth: 8 });
    expect(small === undefined ? [] : treeWords(small)).toEqual([
      "alice …",
      "  exact Deploy 2026-11-12T09:11:00Z …",
    ]);
    const [ring] = await issuedBy(db, { key: RING_A.key ?? "" });
    expect(ring === undefined ? [] : treeWords(ring)).toEqual([
      "RingA",
      "  exact RingB 2026-11-12T14:00:00Z",
    ]);
    expect(await issuedBy(db, { key: "ASIAUNKNOWNUNKNOWNXX" })).toEqual([]);
  });

  it("are what `actor` finds by: just the events of which the list says that somebody is behind them", async () => {
    const db = await open();
    const person = {
      identityStoreArn: "arn:aws:identitystore::111122223333:identitystore/d-1",
      userId: "u-1",
    };
    const other = { ...person, userId: "u-2" };
    const session = (role: string, name: string, createdAt: string, usedKey: string | null): Session => {
      return { role, session: name, account: HOME, key: usedKey, createdAt };
    };
    const declared = session("Build", "job", "09:00:00", key("declared"));
    const unsigned = session("Console", "erin", "09:30:00", null);
    const sso = session("AWSReservedSSO_Admin_0123456789abcdef", "dora@example.com", "10:00:00", key("dora"));
    const records = [
      record("09:01:00", "RunInstances", withContext(assumed(declared), { sourceIdentity: "erin" })),
      record("09:02:00", "StopInstances", assumed(declared)),
      // Everything that the chain of a declared session leads on to, too.
      assumeRole("09:03:00", assumed(declared), session("Next", "n", "09:03:00", key("next"))),
      record("09:04:00", "TerminateInstances", assumed(session("Next", "n", "09:03:00", key("next")))),
      // A masked key: the session is known by its principal and its date, and another of that second is another's.
      assumeRole("09:30:00", user("erin", key("erin", "AKIA")), unsigned, { issuedKey: key("never") }),
      record("09:31:00", "DeleteVolume", assumed(unsigned)),
      record("09:31:30", "DeleteVolume", assumed(session("Console", "someone", "09:30:00", null))),
      record("09:31:40", "DeleteVolume", assumed(session("Console", "erin", "09:45:00", null))),
      // A person whom one session names, in another that tells the number only; and one without a name.
      record("10:01:00", "GetObject", { ...(assumed(sso) as object), onBehalfOf: person }),
      record("10:02:00", "GetObject", {
        ...(assumed(session("Query", "q", "10:02:00", key("query"))) as object),
        onBehalfOf: person,
      }),
      record("10:03:00", "GetObject", {
        ...(assumed(session("Query", "r", "10:03:00", key("other"))) as object),
        onBehalfOf: other,
      }),
    ];
    await load(db, [[[...CHAIN_RECORDS, ...records]]]);
    const list = (q: string) =>
      listEvents(db, {
        search: { where: parseQuery(q).where, range: { from: null, to: null } },
        order: "desc",
        limit: 500,
        cursor: null,
        fingerprint: "",
      });
    const { events } = await list("");
    const namesOf = ({ actor }: Event) => [
      actor.name,
      ...(actor.origin?.kind === "person" || actor.origin?.kind === "external" ? [actor.origin.name] : []),
    ];
    const names = new Set(events.flatMap(namesOf));
    for (const name of ["erin", "dora@example.com", "u-2", "alice"]) expect(names).toContain(name);
    for (const name of names) {
      const expected = events.filter((event) => namesOf(event).includes(name));
      const found = (await list(`actor:${JSON.stringify(name)}`)).events;
      expect({ name, ids: found.map(({ eventId }) => eventId) }).toEqual({
        name,
        ids: expected.map(({ eventId }) => eventId),
      });
    }
    const ofErin = events.filter((event) => namesOf(event).includes("erin"));
    expect(ofErin.map(({ eventName }) => eventName)).toEqual([
      "DeleteVolume",
      "AssumeRole",
      "TerminateInstances",
      "AssumeRole",
      "StopInstances",
      "RunInstances",
    ]);
  });

  it("stay when the event that proves a link is no longer kept, and say so of it", async () => {
    const db = await open();
    await load(db, [[CHAIN_RECORDS]]);
    const gone = async () => {
      const [chain] = await resolveChain(db, { key: ADMIN.key ?? "" });
      const proofs = chain?.hops.flatMap(({ provedBy }) => provedBy ?? []) ?? [];
      expect(chain === undefined ? "" : chainWords(chain)).toBe("alice exact > Deploy > ProdAdmin");
      return proofs.map(({ eventId, isGone = false }) => ({ eventId, isGone }));
    };
    const [first, second, ...others] = await gone();
    expect([first?.isGone, second?.isGone, others]).toEqual([false, false, []]);
    await db.pool.query("delete from event where event_id = $1", [first?.eventId]);
    expect(await gone()).toEqual([{ ...first, isGone: true }, second]);
    const [tree] = await issuedBy(db, { key: ALICE_KEY });
    const below = tree?.issued.map(({ hop }) => hop.provedBy) ?? [];
    expect(below.filter((proof) => proof?.isGone === true).map((proof) => proof?.eventId)).toEqual([
      first?.eventId,
    ]);
  });

  it("say that older events are still being read, and never a wrong name", async () => {
    const db = await open();
    await load(db, [[CHAIN_RECORDS]]);
    await db.pool.query("update credential_backfill set next_block = 1, last_block = 5");
    const orphan = [...CHAINS_EXPECTED].find(([, words]) => words.includes("Orphan"))?.[0] ?? "";
    const [chain] = await resolveChain(db, { eventId: orphan });
    expect(chain?.origin.reason).toBe("loaded-before");
  });

  it("of the sample are what all its records together tell", { timeout: PATIENCE }, async () => {
    const trail = sampleTrail({ seed: 7, events: 10_000, days: 10, end: Date.UTC(2026, 10, 3) });
    const db = await open();
    const source = await testSource(db, "the trail");
    expect((await runSource(db, source, sampleStore(trail))).state).toBe("done");
    await expectSameAsInMemory(
      db,
      [...gatherRecords(trail, "the trail").values()].map(({ record }) => record),
    );
  });

  it.skipIf(!hasRealEvents)(
    `of real events are what all their records together tell${whereReal}`,
    { timeout: PATIENCE },
    async () => {
      for (const set of ["invictus", "stratus-red-team", "opensearch-catalog", "umccr", "traildiscover"]) {
        const values: TestRecord[] = realEvents().flatMap((one) =>
          one.set === set ? [JSON.parse(one.text)] : [],
        );
        const db = await open();
        await load(db, [cut(values, 100)]);
        const unique = new Map(values.map((value) => [value.eventID, value]));
        await expectSameAsInMemory(db, [...unique.values()].map(recordOf));
      }
    },
  );
});

function withContext(identity: unknown, more: object): object {
  const { sessionContext, ...rest } = identity as { readonly sessionContext: object };
  return { ...rest, sessionContext: { ...sessionContext, ...more } };
}

function treeWords({ hop, firstSeen, issued, isCut }: IssuedNode, indent = ""): string[] {
  const own = [
    hop.grade ?? [],
    hop.principal.name,
    hop.grade === null ? [] : (firstSeen ?? "never used"),
    isCut ? "…" : [],
  ];
  return [`${indent}${own.flat().join(" ")}`, ...issued.flatMap((node) => treeWords(node, `${indent}  `))];
}

async function expectSameAsInMemory(
  db: Database,
  records: readonly ReturnType<typeof recordOf>[],
): Promise<void> {
  const facts = indexFacts(collectFacts(records));
  const parties = records.map(({ party }) => party);
  const expected = parties.map((party) => traceChain(facts, party));
  const found = [];
  for (const page of cut(parties, 200)) found.push(...(await resolveChains(db.pool, page)));
  expect(found.map(chainWords)).toEqual(expected.map(chainWords));
  expect(found).toEqual(expected);
}

function recordOf(value: unknown) {
  const reading = readRecord(value);
  if (reading.kind === "refused") throw new Error(reading.refusal.message);
  return reading.record;
}

function cut<T>(all: readonly T[], size: number): T[][] {
  const parts: T[][] = [];
  for (let from = 0; from < all.length; from += size) parts.push(all.slice(from, from + size));
  return parts;
}
