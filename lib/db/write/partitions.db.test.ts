import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "#lib/db/database.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/test-database.ts";
import { ensurePartitions, monthOf } from "#lib/db/write/partitions.ts";

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

async function tables(): Promise<string[]> {
  const { rows } = await db.pool.query(
    `select relname from pg_inherits join pg_class c on c.oid = inhrelid
     where c.relkind = 'r' and inhparent in ('event'::regclass, 'raw_block'::regclass) order by 1`,
  );
  return rows.map((row) => String(row.relname));
}

describe("the month of a time", () => {
  it.each([
    ["2026-11-12T14:31:07Z", "2026_11"],
    ["2026-11-30T23:59:59Z", "2026_11"],
    ["2026-12-01T00:00:00Z", "2026_12"],
    ["2013-01-01T00:00:00Z", "2013_01"],
    ["2012-12-31T23:59:59Z", "before_2013"],
    ["0001-01-01T00:00:00Z", "before_2013"],
    ["2100-01-01T00:00:00Z", "after_2099"],
  ])("%s is %s", (time, month) => {
    expect(monthOf(Date.parse(time) / 1000)).toBe(month);
  });
});

describe("partitions", () => {
  it("are made when they are needed, in both tables, and once, whoever else is at it", async () => {
    const others = await Promise.all([openDatabase(database.url), openDatabase(database.url)]);
    const months = ["2026_11", "2014_02", "after_2099"];
    await Promise.all([db, ...others].map(({ pool }) => ensurePartitions(pool, months)));
    expect(await tables()).toEqual([
      "event_2014_02",
      "event_2026_11",
      "event_after_2099",
      "event_before_2013",
      "raw_block_2014_02",
      "raw_block_2026_11",
      "raw_block_after_2099",
      "raw_block_before_2013",
    ]);
    for (const other of others) await other.close();
  });

  it("are made while a reader holds the table, and do not wait for it", async () => {
    const reader = await db.pool.connect();
    await reader.query("begin");
    await reader.query("select count(*) from event");
    await ensurePartitions(db.pool, ["2026_11"]);
    expect(await tables()).toContain("event_2026_11");
    await reader.query("commit");
    reader.release();
  });
});
