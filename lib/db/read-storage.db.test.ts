import { afterEach, beforeEach, expect, it } from "vitest";
import { type Database, openDatabase } from "#lib/db/database.ts";
import { readStorage } from "#lib/db/read-storage.ts";
import { ensureSource } from "#lib/db/sources/ensure-source.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/test-database.ts";

const NOW = Date.UTC(2026, 10, 24, 12);

let database: TestDatabase;
let db: Database;

beforeEach(async () => {
  database = await createTestDatabase();
  db = openDatabase(database.url);
});
afterEach(async () => {
  await db.close();
  await database.drop();
});

it("an empty database has a size, and nothing is said of events", async () => {
  const storage = await readStorage(db, NOW);
  expect(storage.total).toBeGreaterThan(1_000_000);
  expect(storage).toMatchObject({ eventCount: 0, bytesPerEvent: null, growthPerDay: null, fullAt: null });
});

it("the parts are the whole, and growth is by what was delivered in the last 30 days", async () => {
  const settings = { kind: "files" as const, paths: [] };
  const { id } = await ensureSource(db, { name: "one", settings, syncEveryMinutes: null });
  const cell = { sourceId: id, account: "1", region: "r", objects: 1 };
  const day = (text: string, events: number) => ({ ...cell, day: new Date(text), events });
  // Ten days of delivery before today; what came long ago or today is no measure.
  await db.prisma.coverage.createMany({
    data: [day("2025-01-01", 9_000), day("2026-11-14", 400), day("2026-11-20", 600), day("2026-11-24", 5)],
  });
  const { total, parts, ...storage } = await readStorage(db, NOW);
  expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBe(total);
  expect(storage.eventCount).toBe(10_005);
  expect(storage.growthPerDay).toBeCloseTo(100 * (storage.bytesPerEvent ?? 0));
  // The tests' own server is an embedded one, if it is the newest: its disk can be looked at.
  if (storage.free !== null && storage.fullAt !== null) {
    expect(storage.fullAt - NOW).toBeCloseTo((storage.free / (storage.growthPerDay ?? 1)) * 86_400_000, -3);
  }
});
