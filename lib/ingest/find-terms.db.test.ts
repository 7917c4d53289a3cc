import { afterAll, beforeAll, expect, it } from "vitest";
import * as z from "zod";
import type { Database } from "#lib/db/database.ts";
import { findTerms } from "#lib/db/read/find-terms.ts";
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

it("finds every word that holds a letter, or refuses where they are more than may be taken", async () => {
  const letter = { kind: "contains", value: "e" } as const;
  const [all] = await rows(
    db.pool,
    z.object({ words: z.coerce.number() }),
    sql`select count(*) as words from term join path p on p.id = path_id
        where p.name not in ('@shape', '@fields') and coalesce(folded, value) like '%e%'`,
  );
  const words = all?.words ?? 0;
  expect(words).toBeGreaterThan(1_000);
  const found = await findTerms(db.pool, "anywhere", letter, words);
  expect(new Set(found).size).toBe(words);
  await expect(findTerms(db.pool, "anywhere", letter, words - 1)).rejects.toMatchObject({
    code: "bad-query",
    message: expect.stringMatching(/^“e” stands in more than [\d,]+ different values\.$/),
  });
  expect(await findTerms(db.pool, "anywhere", { kind: "equals", value: "nobody has this" }, 0)).toEqual([]);
});
