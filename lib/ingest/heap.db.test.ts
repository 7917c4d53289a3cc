import { afterAll, beforeAll, expect, it } from "vitest";
import { type Database, openDatabase } from "#lib/db/database.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/test-database.ts";
import { idOf, recordAt } from "#lib/ingest/testing/dated-records.ts";
import { logKey, logObjectOf, memoryStore } from "#lib/ingest/testing/memory-store.ts";
import { runSource, testSource } from "#lib/ingest/testing/run-source.ts";

let database: TestDatabase;
let db: Database;

beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase(database.url);
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

it("loads the logs among more objects than are held beside the folders of a bucket, and counts the others", async () => {
  const note = Buffer.from("hello");
  const heap = Array.from({ length: 1_500 }, (_, index) => [`note-${index}.txt`, note] as const);
  const records = [1, 2].map((number) => recordAt(number, "2026-11-12T10:00:00Z"));
  const store = memoryStore({
    ...Object.fromEntries(heap),
    "export.json": logObjectOf(records.slice(0, 1)),
    [logKey("a")]: logObjectOf(records),
  });
  const { state, progress } = await runSource(db, await testSource(db), store);
  expect(state).toBe("done");
  expect(progress).toMatchObject({ objectsSeen: 1_502, objectsLoaded: 2, objectsSkipped: 1_500, events: 2 });
  expect(await db.prisma.eventRow.count({ where: { eventId: idOf(1) } })).toBe(1);
});
