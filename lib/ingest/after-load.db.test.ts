import { afterAll, beforeAll, expect, it } from "vitest";
import * as z from "zod";
import { type Database, openDatabase } from "#lib/db/database.ts";
import { rows, sql } from "#lib/db/sql/raw.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/test-database.ts";
import { runSource, testSource } from "#lib/ingest/testing/run-source.ts";
import { sampleStore } from "#lib/sample/sample-store.ts";
import { sampleTrail } from "#lib/sample/sample-trail.ts";

const TRAIL = sampleTrail({ seed: 5, events: 12_000, days: 10, end: Date.UTC(2026, 10, 3) });

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

it("tells the planner of every month and of the dictionary, so that pages are quick as soon as a run has ended", async () => {
  await runSource(db, await testSource(db, "the trail"), sampleStore(TRAIL));
  const known = await rows(
    db.pool,
    z.object({ name: z.string(), believed: z.number(), there: z.number() }),
    sql`select 'event_2026_10' as name, reltuples as believed, (select count(*)::int from event_2026_10) as there
          from pg_class where oid = 'event_2026_10'::regclass
        union all select 'event_2026_11', reltuples, (select count(*)::int from event_2026_11)
          from pg_class where oid = 'event_2026_11'::regclass
        union all select 'term', reltuples, (select count(*)::int from term) from pg_class where oid = 'term'::regclass`,
  );
  for (const { name, believed, there } of known) {
    expect([name, there > 1_000, Math.abs(believed - there) < there / 5]).toEqual([name, true, true]);
  }
  expect(known).toHaveLength(3);
});
