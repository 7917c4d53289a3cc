import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { type Database, openDatabase } from "#lib/db/database.ts";
import { execute, inReadTransaction, rows, sql } from "#lib/db/sql/raw.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/test-database.ts";
import { withRequestSignal } from "#lib/server/request-signal.ts";

let database: TestDatabase;
let db: Database;

beforeAll(async () => {
  database = await createTestDatabase();
  // One connection: what is left behind on it would show at once.
  db = openDatabase(database.url, 1);
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

const Busy = z.object({ busy: z.coerce.number() });

/** How many sleeps the server still works on. */
async function sleeping(): Promise<number> {
  const [row] = await rows(
    db.pool,
    Busy,
    sql`select count(*) as busy from pg_stat_activity
        where datname = current_database() and state = 'active' and query ~ '^select pg_sleep'`,
  );
  return row?.busy ?? 0;
}

async function timed(work: Promise<unknown>): Promise<{ readonly error: unknown; readonly ms: number }> {
  const start = performance.now();
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return { error, ms: performance.now() - start };
}

describe("a read that takes too long", () => {
  it("is stopped in the database, and says so", async () => {
    const read = inReadTransaction(db.pool, 300, (client) => execute(client, sql`select pg_sleep(20)`));
    const { error, ms } = await timed(read);
    expect(error).toMatchObject({ code: "query-timeout", remedy: expect.stringContaining("Narrow") });
    expect(ms).toBeLessThan(3_000);
    expect(await sleeping()).toBe(0);
  });

  it("is stopped even if each of its statements is quick", async () => {
    const read = inReadTransaction(db.pool, 400, async (client) => {
      for (let count = 0; count < 100; count += 1) await execute(client, sql`select pg_sleep(0.1)`);
    });
    const { error, ms } = await timed(read);
    expect(error).toMatchObject({ code: "query-timeout" });
    expect(ms).toBeLessThan(3_000);
  });
});

describe("a read for a request that is given up", () => {
  it("is stopped in the database", async () => {
    const request = new AbortController();
    setTimeout(() => request.abort(), 200);
    const read = withRequestSignal(request.signal, () =>
      inReadTransaction(db.pool, 20_000, (client) => execute(client, sql`select pg_sleep(20)`)),
    );
    const { error, ms } = await timed(read);
    expect(error).toMatchObject({ code: "cancelled" });
    expect(ms).toBeLessThan(3_000);
    expect(await sleeping()).toBe(0);
  });

  it("is not begun if the request was given up before", async () => {
    const read = withRequestSignal(AbortSignal.abort(), () =>
      inReadTransaction(db.pool, 20_000, (client) => execute(client, sql`select pg_sleep(20)`)),
    );
    const { error, ms } = await timed(read);
    expect(error).toMatchObject({ code: "cancelled" });
    expect(ms).toBeLessThan(3_000);
  });

  it("says why, where somebody stopped it", async () => {
    const request = new AbortController();
    setTimeout(() => request.abort("You stopped this search."), 200);
    const { error } = await timed(
      withRequestSignal(request.signal, () =>
        inReadTransaction(db.pool, 20_000, (client) => execute(client, sql`select pg_sleep(20)`)),
      ),
    );
    expect(error).toMatchObject({ code: "cancelled", message: "You stopped this search." });
    expect(await sleeping()).toBe(0);
  });

  it("leaves the reads of others alone", async () => {
    const request = new AbortController();
    setTimeout(() => request.abort(), 100);
    const other = openDatabase(database.url);
    const [stopped, kept] = await Promise.all([
      timed(
        withRequestSignal(request.signal, () =>
          inReadTransaction(other.pool, 20_000, (client) => execute(client, sql`select pg_sleep(20)`)),
        ),
      ),
      timed(inReadTransaction(other.pool, 20_000, (client) => execute(client, sql`select pg_sleep(1)`))),
    ]);
    await other.close();
    expect(stopped.error).toMatchObject({ code: "cancelled" });
    expect(kept.error).toBeNull();
  });
});
