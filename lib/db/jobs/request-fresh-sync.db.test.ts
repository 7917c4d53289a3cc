import { afterEach, beforeEach, expect, it } from "vitest";
import { type Database, openDatabase } from "#lib/db/database.ts";
import { claimJob } from "#lib/db/jobs/claim-job.ts";
import { NO_PROGRESS } from "#lib/db/jobs/job.ts";
import { listJobs } from "#lib/db/jobs/list-jobs.ts";
import { requestFreshSync } from "#lib/db/jobs/request-sync.ts";
import { finishJob } from "#lib/db/jobs/save-progress.ts";
import { scheduleDue } from "#lib/db/jobs/schedule-due.ts";
import { ensureSource } from "#lib/db/sources/ensure-source.ts";
import type { SourceSettings } from "#lib/db/sources/source.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/test-database.ts";

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

it("runs again after a run that had begun when something new came", async () => {
  const settings: SourceSettings = { kind: "files", paths: ["/nowhere"] };
  const { id } = await ensureSource(db, { name: "uploads", settings, syncEveryMinutes: null });
  const request = { sourceId: id, trigger: "person" } as const;
  const first = await requestFreshSync(db, request);
  expect((await requestFreshSync(db, request)).id).toBe(first.id);
  expect(await scheduleDue(db, new Date())).toBe(0);

  const claim = await claimJob(db);
  expect(claim?.job.id).toBe(first.id);
  expect((await requestFreshSync(db, request)).id).toBe(first.id);
  await scheduleDue(db, new Date(Date.now() + 1000));
  expect(await listJobs(db, { sourceId: id, limit: 10 })).toHaveLength(1);

  if (claim === null) throw new Error("Nobody else is here");
  await finishJob(db, claim.job, "done", NO_PROGRESS, null);
  await claim.release();
  await scheduleDue(db, new Date(Date.now() + 1000));
  const [second] = await listJobs(db, { sourceId: id, limit: 10 });
  expect(second).toMatchObject({ state: "queued", trigger: "schedule" });
  expect(second?.id).not.toBe(first.id);
  await scheduleDue(db, new Date(Date.now() + 2000));
  expect(await listJobs(db, { sourceId: id, limit: 10 })).toHaveLength(2);
});
