import { afterAll, beforeAll, expect, it } from "vitest";
import * as z from "zod";
import type { Database } from "#lib/db/database.ts";
import { rows, sql } from "#lib/db/sql/raw.ts";
import { type LoadedDatabase, loadedDatabase } from "#lib/ingest/testing/loaded-database.ts";
import { sampleTrail } from "#lib/sample/sample-trail.ts";

const TRAIL = sampleTrail({ seed: 5, events: 10_000, days: 10, end: Date.UTC(2026, 10, 3) });

let loaded: LoadedDatabase;
let db: Database;

beforeAll(async () => {
  loaded = await loadedDatabase(TRAIL);
  ({ db } = loaded);
});
afterAll(() => loaded.drop());

it("gives the words of events, without the shapes of their records, whether it has met them before or not", async () => {
  const all = await rows(
    db.pool,
    z.object({ id: z.int(), path: z.string(), value: z.string() }),
    sql`select t.id, p.name as path, t.value from term t join path p on p.id = t.path_id
        where t.id in (
          select unnest(terms) from (select terms from event order by event_time desc limit 100) newest)`,
  );
  const shown = all.filter(({ path }) => path !== "@shape");
  expect(all.length).toBeGreaterThan(shown.length);
  const ids = all.map(({ id }) => id);
  for (const meeting of ["first", "again"]) {
    const words = await db.terms.valuesOf(db.pool, [...ids, 0, -7]);
    expect([meeting, words.size]).toEqual([meeting, shown.length]);
    for (const { id, path, value } of shown) expect(words.get(id)).toEqual({ path, value });
  }
});
