import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countEach } from "#lib/db/count-each.ts";
import { countEvents } from "#lib/db/count-events.ts";
import { type Database, openDatabase } from "#lib/db/database.ts";
import { readNearest } from "#lib/db/read-nearest.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/test-database.ts";
import { keyOn, recordAt } from "#lib/ingest/testing/dated-records.ts";
import { logObjectOf, memoryStore } from "#lib/ingest/testing/memory-store.ts";
import { runSource, testSource } from "#lib/ingest/testing/run-source.ts";
import { parseQuery } from "#lib/search/parse-query.ts";
import { toSearch } from "#lib/search/view-url.ts";

/** Two days: on each alice stopped things, on the second only bob was refused. */

let database: TestDatabase;
let db: Database;

beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase(database.url);
  const objects: Record<string, Uint8Array> = {};
  for (const [place, day] of ["2026-10-30", "2026-11-02"].entries()) {
    const records = Array.from({ length: 30 }, (_, index) => {
      const isBob = place === 1 && index < 4;
      const name = isBob ? "bob" : "alice";
      return recordAt(place * 100 + index, `${day}T10:00:00Z`, {
        eventName: index % 2 === 0 ? "StopInstances" : "DescribeInstances",
        userIdentity: { type: "IAMUser", userName: name, arn: `arn:aws:iam::111122223333:user/${name}` },
        ...(isBob && { errorCode: "AccessDenied" }),
      });
    });
    objects[keyOn(day, "all")] = logObjectOf(records);
  }
  const { progress } = await runSource(db, await testSource(db), memoryStore(objects));
  expect(progress.events).toBe(60);
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

async function nearest(q: string, from: string | null = null, to: string | null = null) {
  const { search } = toSearch({ q, from, to }, Date.now());
  expect(await countEvents(db, search)).toEqual({ count: 0, exact: true });
  const { looser, allTime, isOneCondition } = await readNearest(db, q, search);
  return {
    looser: looser.map(({ kind, text, count }) => `${kind} ${text}: ${count.count}`),
    allTime: allTime?.count,
    isOneCondition,
  };
}

describe("what lies nearest to a search that found nothing", () => {
  it("is found without the condition that nothing meets", async () => {
    expect(await nearest("who event:StopInstances user:bob")).toEqual({
      looser: ["without who: 2"],
      allTime: 0,
      isOneCondition: false,
    });
  });

  it("is found without either of two that exclude one another, the fewest first", async () => {
    const { looser } = await nearest("user:alice error:AccessDenied");
    expect(looser).toEqual(["without user:alice: 4", "without error:AccessDenied: 56"]);
  });

  it("is found by one condition alone where more than one of them is in the way", async () => {
    const { looser } = await nearest("who did user:bob");
    expect(looser).toEqual(["only user:bob: 4"]);
    expect((await nearest("who did it")).looser).toEqual([]);
  });

  it("is counted in the time that was asked, and at any other", async () => {
    const day = ["2026-10-30", "2026-10-31"] as const;
    expect(await nearest("user:bob", ...day)).toEqual({ looser: [], allTime: 4, isOneCondition: true });
    expect(await nearest("user:bobb", ...day)).toMatchObject({ looser: [], allTime: 0 });
    expect(await nearest("user:bob event:StopInstances", ...day)).toEqual({
      looser: ["without user:bob: 15"],
      allTime: 2,
      isOneCondition: false,
    });
  });

  it("has the counts that the searches themselves have", async () => {
    const searches = ["*", "alice", "-alice", "error:* OR event:Stop*", "user:nobody"].map((q) => ({
      where: parseQuery(q).where,
      range: { from: null, to: null },
    }));
    const counts = await Promise.all(searches.map((search) => countEvents(db, search)));
    expect(await countEach(db, searches, performance.now() + 10_000)).toEqual(counts);
    expect(await countEach(db, searches, performance.now())).toEqual(searches.map(() => null));
  });
});
