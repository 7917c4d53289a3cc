import { type Database, openDatabase } from "#lib/db/database.ts";
import { createTestDatabase } from "#lib/db/testing/test-database.ts";
import { runSource, testSource } from "#lib/ingest/testing/run-source.ts";
import { sampleStore } from "#lib/sample/sample-store.ts";
import type { SampleTrail } from "#lib/sample/sample-trail.ts";

export type LoadedDatabase = { readonly db: Database; readonly drop: () => Promise<void> };

/** A database of a test's own, into which this trail was loaded as the worker does it. */
export async function loadedDatabase(trail: SampleTrail): Promise<LoadedDatabase> {
  const database = await createTestDatabase();
  const db = openDatabase(database.url);
  await runSource(db, await testSource(db, "the trail"), sampleStore(trail));
  return {
    db,
    async drop() {
      await db.close();
      await database.drop();
    },
  };
}
