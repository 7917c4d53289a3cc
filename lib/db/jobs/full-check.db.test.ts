import { afterEach, beforeEach, expect, it } from "vitest";
import { type Database, openDatabase } from "#lib/db/database.ts";
import { nextFullCheck, readFullCheck } from "#lib/db/jobs/full-check.ts";
import { scheduleDue } from "#lib/db/jobs/schedule-due.ts";
import { ensureSource } from "#lib/db/sources/ensure-source.ts";
import { setFullCheck } from "#lib/db/sources/set-schedule.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/test-database.ts";

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 24);

let database: TestDatabase;
let db: Database;
let sourceId: string;

beforeEach(async () => {
  database = await createTestDatabase();
  db = openDatabase(database.url);
  const settings = { kind: "files" as const, paths: [] };
  sourceId = (await ensureSource(db, { name: "one", settings, syncEveryMinutes: 15 })).id;
});
afterEach(async () => {
  await db.close();
  await database.drop();
});

/** A run that began so many days ago and has ended. */
async function ran(daysAgo: number, full: boolean, state = "done"): Promise<void> {
  const createdAt = new Date(NOW - daysAgo * DAY);
  await db.prisma.job.create({ data: { sourceId, trigger: "schedule", full, state, createdAt } });
}

/** Whether the run that is due now is a full check. */
async function isNextFull(): Promise<boolean> {
  await db.prisma.source.update({ where: { id: sourceId }, data: { nextSyncAt: new Date(NOW) } });
  await scheduleDue(db, new Date(NOW));
  const job = await db.prisma.job.findFirstOrThrow({ where: { sourceId, state: "queued" } });
  await db.prisma.job.delete({ where: { id: job.id } });
  return job.full;
}

it("a sync by schedule checks everything again once a week, counted from the first run", async () => {
  expect(await isNextFull()).toBe(false);
  await ran(6.9, false);
  expect(await isNextFull()).toBe(false);
  await ran(7.1, false);
  await ran(1, false);
  expect(await isNextFull()).toBe(true);
  await ran(0.1, true);
  expect(await isNextFull()).toBe(false);
});

it("a full check that did not come to its end is tried again, but not before a day has passed", async () => {
  await ran(30, true);
  await ran(0.5, true, "cancelled");
  expect(await isNextFull()).toBe(false);
  await db.prisma.job.updateMany({
    where: { state: "cancelled" },
    data: { createdAt: new Date(NOW - 1.1 * DAY) },
  });
  expect(await isNextFull()).toBe(true);
});

it("happens as often as the source says, and says when it is next", async () => {
  await ran(3, true);
  await setFullCheck(db, sourceId, 2);
  expect(await isNextFull()).toBe(true);
  await setFullCheck(db, sourceId, null);
  expect(await isNextFull()).toBe(false);
  const check = await readFullCheck(db, { id: sourceId, fullCheckEveryDays: 10 });
  expect(nextFullCheck(check)).toBe(NOW + 7 * DAY);
});
