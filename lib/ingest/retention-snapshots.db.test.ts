import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { countEvents } from "#lib/db/count-events.ts";
import { type Database, openDatabase } from "#lib/db/database.ts";
import { readFacets } from "#lib/db/read-facets.ts";
import { readHistogram } from "#lib/db/read-histogram.ts";
import type { Source } from "#lib/db/sources/source.ts";
import { inSnapshot } from "#lib/db/sql/in-snapshot.ts";
import { execute, sql } from "#lib/db/sql/raw.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/test-database.ts";
import { keyOn, recordAt, retain } from "#lib/ingest/testing/dated-records.ts";
import { logObjectOf, memoryStore } from "#lib/ingest/testing/memory-store.ts";
import { runSource, testSource } from "#lib/ingest/testing/run-source.ts";
import { matchOf } from "#lib/search/condition.ts";
import { EVERYTHING, type Search } from "#lib/search/search.ts";
import { withRequestSignal } from "#lib/server/request-signal.ts";

/** Reads of several statements that see one moment, while retention exchanges the month that they are about. */

const NOW = Date.UTC(2026, 10, 24);
const OLD = "2026-03-10";
const GOES = 300;
const STAYS = 100;

let database: TestDatabase;
let db: Database;
let source: Source;

beforeEach(async () => {
  database = await createTestDatabase();
  db = openDatabase(database.url);
  source = await load("goes", 1, GOES);
  await load("stays", 50_000, STAYS);
});
afterEach(async () => {
  await db.close();
  await database.drop();
});

async function load(name: string, first: number, amount: number): Promise<Source> {
  const records = Array.from({ length: amount }, (_, place) => recordAt(first + place, `${OLD}T10:00:00Z`));
  const loaded = await testSource(db, name);
  await runSource(db, loaded, memoryStore({ [keyOn(OLD, name)]: logObjectOf(records) }));
  return loaded;
}

/** Only the events themselves tell. */
const byScan: Search = {
  where: matchOf({ kind: "path", path: "eventVersion" }, { kind: "exists" }),
  range: { from: null, to: null },
};
/** The roll-up tells of its whole hours, the events of the rest. */
const withEdges: Search = {
  where: EVERYTHING,
  range: { from: Date.parse(`${OLD}T08:30:00Z`), to: Date.parse(`${OLD}T10:30:00Z`) },
};

async function countByFacet(on: Database, search: Search): Promise<number> {
  const [facet] = await readFacets(on, { search, fields: ["event"], limit: 10, text: null });
  expect(facet?.exact).toBe(true);
  return facet?.values.reduce((sum, { count }) => sum + count, 0) ?? 0;
}

async function countByHistogram(on: Database, search: Search): Promise<number> {
  const { exact, buckets } = await readHistogram(on, search);
  expect(exact).toBe(true);
  return buckets.reduce((sum, { read, write, error }) => sum + read + write + error, 0);
}

async function countItself(on: Database, search: Search): Promise<number> {
  const { exact, count } = await countEvents(on, search);
  expect(exact).toBe(true);
  return count;
}

/** A database whose reads do `pause` once, when the first statement of their first transaction has been answered. */
function pausing(pause: () => Promise<unknown>): Database {
  const other = openDatabase(database.url, 1);
  let answered = 0;
  other.pool.on("connect", (client) => {
    const query = client.query.bind(client) as (...args: unknown[]) => Promise<unknown>;
    client.query = (async (...args: unknown[]) => {
      const answer = await query(...args);
      answered += 1;
      // The message that begins it is the first.
      if (answered === 2) await pause();
      return answer;
    }) as typeof client.query;
  });
  return other;
}

describe("an exchange of a month after the first statement of a read", () => {
  it.each([
    ["a facet that reads events", countByFacet, byScan],
    ["a histogram that reads events", countByHistogram, byScan],
    ["a histogram of whole hours and more", countByHistogram, withEdges],
    ["a count of whole hours and more", countItself, withEdges],
  ])(
    "takes nothing from %s, and comes after it",
    async (_, count, search) => {
      let removing: Promise<unknown> | null = null;
      const other = pausing(async () => {
        removing = retain(db, source, 30, NOW);
        await Promise.race([removing, sleep(1_500)]);
      });
      expect(await count(other, search)).toBe(GOES + STAYS);
      await other.close();
      expect(removing).not.toBeNull();
      await removing;
      expect(await count(db, search)).toBe(STAYS);
    },
    60_000,
  );
});

describe("reads that go on and on while a month is exchanged", () => {
  it("count all of it before and what stays after, and do not keep it from happening", async () => {
    let isOver = false;
    const reading = [countByFacet, countByHistogram].map(async (count) => {
      const seen = new Set<number>();
      while (!isOver) seen.add(await count(db, byScan));
      return seen;
    });
    await retain(db, source, 30, NOW);
    isOver = true;
    for (const seen of await Promise.all(reading)) {
      expect([GOES + STAYS, STAYS]).toEqual(expect.arrayContaining([...seen]));
    }
    expect(await countByFacet(db, byScan)).toBe(STAYS);
  }, 60_000);
});

describe("a read behind somebody who keeps the events' table for himself", () => {
  async function whileTaken(read: () => Promise<unknown>): Promise<{ error: unknown; ms: number }> {
    const holder = await db.pool.connect();
    await holder.query("begin; lock table only event in access exclusive mode");
    const start = performance.now();
    const error = await read().then(
      () => null,
      (thrown: unknown) => thrown,
    );
    const ms = performance.now() - start;
    await holder.query("rollback");
    holder.release();
    return { error, ms };
  }

  it("says that it took too long, when its time is over", async () => {
    const { error, ms } = await whileTaken(() =>
      inSnapshot(db.pool, 300, (one) => execute(one, sql`select 1`)),
    );
    expect(error).toMatchObject({ code: "query-timeout" });
    expect(ms).toBeLessThan(3_000);
  });

  it("does not wait on for a request that is given up", async () => {
    const request = new AbortController();
    setTimeout(() => request.abort(), 200);
    const { error, ms } = await whileTaken(() =>
      withRequestSignal(request.signal, () =>
        inSnapshot(db.pool, 10_000, (one) => execute(one, sql`select 1`)),
      ),
    );
    expect(error).toMatchObject({ code: "cancelled" });
    expect(ms).toBeLessThan(3_000);
  });
});
