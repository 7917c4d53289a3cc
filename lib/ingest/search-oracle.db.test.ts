import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countEvents } from "#lib/db/count-events.ts";
import { type Database, openDatabase } from "#lib/db/database.ts";
import { listEvents } from "#lib/db/list-events.ts";
import { findRows, type RowQuery } from "#lib/db/read/find-rows.ts";
import { resolveSearch } from "#lib/db/read/resolve-search.ts";
import { inReadTransaction } from "#lib/db/sql/raw.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/test-database.ts";
import { recordAt } from "#lib/ingest/testing/dated-records.ts";
import { type Gathered, gatherRecords } from "#lib/ingest/testing/gather-records.ts";
import { logKey, logObjectOf, memoryStore } from "#lib/ingest/testing/memory-store.ts";
import { oracleConditions } from "#lib/ingest/testing/oracle-conditions.ts";
import { runSource, testSource } from "#lib/ingest/testing/run-source.ts";
import { sampleStore } from "#lib/sample/sample-store.ts";
import { sampleTrail } from "#lib/sample/sample-trail.ts";
import { decodeCursor } from "#lib/search/cursor.ts";
import { matchesRecord } from "#lib/search/match.ts";
import { type Condition, EVERYTHING, type Test } from "#lib/search/search.ts";
import { arbitraryCondition } from "#lib/search/testing/arbitrary-condition.ts";

/** What the index answers must be what reading every record would answer. */

const TRAIL = sampleTrail({ seed: 7, events: 10_000, days: 10, end: Date.UTC(2026, 10, 3) });
/** Each property asks hundreds of questions; a machine that is busy otherwise takes its time over them. */
const PATIENCE = 300_000;
const ALWAYS = { from: null, to: null };
const MARK = "abcdefghijklmn";
/** Tags and their like have keys that people chose. */
const ODD_KEYS = [
  { Ключ: "Значение", ΌΝΟΜΑ: "τιμή" },
  { ключ: "другое", "İstanbul\u212a": "x", ÉQUIPE: { Größe: "ß", ÄRGER: "ö" } },
  { "Env.Ключ": "x", "a%b_c": "x", aXbYc: "y" },
].map((tags, index) => recordAt(index + 1, "2026-11-01T10:00:00Z", { requestParameters: { tags } }));

let database: TestDatabase;
let db: Database;
let records: ReadonlyMap<string, Gathered>;

beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase(database.url);
  const source = await testSource(db, "the trail");
  const odd = memoryStore({ [logKey("odd")]: logObjectOf(ODD_KEYS) });
  for (const store of [sampleStore(TRAIL), odd])
    expect((await runSource(db, source, store)).state).toBe("done");
  records = gatherRecords(TRAIL, "the trail", ODD_KEYS);
});

afterAll(async () => {
  await db.close();
  await database.drop();
});

async function allIds(where: Condition, limit = 500): Promise<string[]> {
  const ids: string[] = [];
  let cursor = null;
  for (;;) {
    const page = await listEvents(db, {
      search: { where, range: { from: null, to: null } },
      order: "desc",
      limit,
      cursor,
      fingerprint: MARK,
    });
    ids.push(...page.events.map((event) => event.eventId));
    if (page.nextCursor === null) return ids;
    const next = decodeCursor(page.nextCursor, MARK);
    if ("problem" in next) throw new Error(next.problem.message);
    cursor = next;
  }
}

describe("a search", () => {
  it("finds every event that was loaded, each once, newest first", async () => {
    const ids = await allIds(EVERYTHING);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(ids)).toEqual(new Set(records.keys()));
    const times = ids.map((id) => records.get(id)?.record.time ?? 0);
    expect(times).toEqual(times.toSorted((a, b) => b - a));
  });

  it("finds what reading every record would find, for conditions over real values", {
    timeout: PATIENCE,
  }, async () => {
    const conditions = oracleConditions([...records.values()].map(({ terms }) => terms));
    await fc.assert(
      fc.asyncProperty(conditions, async (where) => expectSameAsOracle(where)),
      { numRuns: 80, seed: 20261123 },
    );
  });

  it("finds by actor what somebody did through roles, and not what others did", async () => {
    const people = new Set(
      [...records.values()].flatMap(({ terms }) =>
        terms.flatMap((one) => (one.isDerived ? [one.value] : [])),
      ),
    );
    expect(people.size).toBeGreaterThan(5);
    for (const value of people) {
      const target = { kind: "field", id: "actor" } as const;
      await expectSameAsOracle({ kind: "match", target, test: { kind: "equals", value } });
    }
  });

  it("finds what reading every record would find, for conditions over awkward text", {
    timeout: PATIENCE,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryCondition, async (where) => expectSameAsOracle(where)),
      { numRuns: 40, seed: 20261123 },
    );
  });
});

async function expectSameAsOracle(where: Condition): Promise<void> {
  const expected = [...records]
    .filter(([id, { terms }]) => matchesRecord(where, terms, id))
    .map(([id]) => id);
  const count = await countEvents(db, { where, range: { from: null, to: null } });
  expect(count).toEqual({ count: expected.length, exact: true });
  // Long lists are the same as their count; what is on them is checked where it is quick.
  if (expected.length > 1_500) return;
  expect((await allIds(where)).toSorted()).toEqual(expected.toSorted());
}

describe("a path with letters beyond ASCII", () => {
  it.each([
    "requestParameters.tags.Ключ",
    "requestParameters.tags.КЛЮЧ",
    "REQUESTPARAMETERS.TAGS.όνομα",
    "requestParameters.tags.istanbulk",
    "requestParameters.tags.équipe",
    "requestParameters.tags.Équipe.GRÖßE",
    "requestParameters.tags.env.ключ",
    "requestParameters.tags.a%b_c",
  ])("%s finds what reading every record would find, and so does its negation", async (path) => {
    const target = { kind: "path", path } as const;
    const tests = ["Значение", "τιμή", "x", "ß", "ö", "y"].map((value): Test => ({ kind: "equals", value }));
    for (const test of [
      ...tests,
      { kind: "wildcard", parts: ["", ""] } as const,
      { kind: "exists" } as const,
    ]) {
      const where: Condition = { kind: "match", target, test };
      await expectSameAsOracle(where);
      await expectSameAsOracle({ kind: "not", of: where });
    }
    const found = { kind: "match", target, test: { kind: "exists" } } as const;
    expect((await countEvents(db, { where: found, range: ALWAYS })).count).toBeGreaterThan(0);
  });
});

describe("the rows of a search", () => {
  it(
    "are the same whether they are walked to or fetched, both ways through time and from any place",
    async () => {
      const conditions = oracleConditions([...records.values()].map(({ terms }) => terms));
      await fc.assert(
        fc.asyncProperty(
          conditions,
          fc.boolean(),
          fc.integer({ min: 1, max: 300 }),
          async (where, isNewest, limit) => {
            const ask = (query: Partial<RowQuery>) =>
              inReadTransaction(db.pool, PATIENCE, async (client) => {
                const predicate = await resolveSearch(client, where);
                const direction = isNewest ? "newest-first" : "oldest-first";
                return findRows(client, {
                  predicate,
                  range: ALWAYS,
                  direction,
                  after: null,
                  limit,
                  ...query,
                });
              });
            const fetched = await ask({});
            expect(await ask({ mostFetched: 2 })).toEqual(fetched);
            const place = fetched[Math.floor(fetched.length / 2)];
            if (place === undefined) return;
            const rest = fetched.slice(fetched.indexOf(place) + 1);
            expect((await ask({ after: place })).slice(0, rest.length)).toEqual(rest);
            expect((await ask({ after: place, mostFetched: 2 })).slice(0, rest.length)).toEqual(rest);
          },
        ),
        { numRuns: 40, seed: 20261127 },
      );
    },
    PATIENCE,
  );
});

describe("pages", () => {
  it("are the whole list cut in pieces, forwards and backwards, whatever their size", async () => {
    const where: Condition = {
      kind: "match",
      target: { kind: "field", id: "readOnly" },
      test: { kind: "equals", value: "false" },
    };
    const whole = await allIds(where, 500);
    for (const limit of [7, 50, 333]) expect(await allIds(where, limit)).toEqual(whole);
    expect(await backwards(where, 41, whole.length)).toEqual(whole);
  });
});

/** Goes to the end, then back page by page; gives the list that the pages of the way back make. */
async function backwards(where: Condition, limit: number, length: number): Promise<string[]> {
  const ask = (order: "desc" | "asc", cursor: string | null) => {
    const read = cursor === null ? null : decodeCursor(cursor, MARK);
    if (read !== null && "problem" in read) throw new Error(read.problem.message);
    const search = { where, range: { from: null, to: null } };
    return listEvents(db, { search, order, limit, cursor: read, fingerprint: MARK });
  };
  let page = await ask("desc", null);
  const first = page;
  while (page.nextCursor !== null) page = await ask("desc", page.nextCursor);
  const ids = page.events.map((event) => event.eventId);
  while (page.prevCursor !== null) {
    page = await ask("desc", page.prevCursor);
    ids.unshift(...page.events.map((event) => event.eventId));
  }
  expect(ids.length).toBe(length);
  expect(ids.slice(0, limit)).toEqual(first.events.map((event) => event.eventId));
  return ids;
}
