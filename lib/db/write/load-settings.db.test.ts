import { afterAll, beforeAll, expect, it } from "vitest";
import { type Database, openDatabase } from "#lib/db/database.ts";
import { inTransaction } from "#lib/db/sql/raw.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/test-database.ts";
import { setLoadSettings } from "./load-settings.ts";

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

const ROLE = `plain_${crypto.randomUUID().replaceAll("-", "")}`;

/** What holds after the settings were made, by a role that may do little where that is asked. */
function settingsOf(role: string | null) {
  return inTransaction(db.pool, async (client) => {
    if (role !== null) {
      await client.query(`create role ${role}`);
      await client.query(`set local role ${role}`);
    }
    await setLoadSettings(client);
    const { rows } = await client.query(
      "select current_setting('log_min_messages') as log, current_setting('gin_pending_list_limit') as list",
    );
    if (role !== null) {
      await client.query("reset role");
      await client.query(`drop role ${role}`);
    }
    return rows[0];
  });
}

it("spares PostgreSQL's log what a load foresees, and only while it loads", async () => {
  expect(await settingsOf(null)).toEqual({ log: "fatal", list: "16MB" });
  const { rows } = await db.pool.query("select current_setting('log_min_messages') as log");
  expect(rows).toEqual([{ log: "warning" }]);
});

it("loads as well by a role that may not say what is logged", async () => {
  expect(await settingsOf(ROLE)).toEqual({ log: "warning", list: "16MB" });
});
