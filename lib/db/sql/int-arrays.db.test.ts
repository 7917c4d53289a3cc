import { afterAll, beforeAll, expect, it } from "vitest";
import { type Database, openDatabase } from "#lib/db/database.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/test-database.ts";

let database: TestDatabase;
let db: Database;

beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase(database.url, 1);
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

it.each([
  ["'{}'", []],
  ["'{7}'", [7]],
  ["'{1,-2147483648,2147483647}'", [1, -2_147_483_648, 2_147_483_647]],
  ["'{1,NULL,3}'", [1, null, 3]],
  [
    "'{{1,2},{3,4}}'",
    [
      [1, 2],
      [3, 4],
    ],
  ],
  ["'[2:3]={5,6}'", [5, 6]],
  ["null", null],
])("an array of whole numbers, %s, is read as it is", async (text, numbers) => {
  const { rows } = await db.pool.query(`select ${text}::int[] as numbers`);
  expect(rows).toEqual([{ numbers }]);
});
