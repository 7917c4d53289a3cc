import { Pool } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import * as z from "zod";
import { int4Array, int8Array, textArray, uuidArray } from "#lib/db/sql/binary-array.ts";
import { rows, sql } from "#lib/db/sql/raw.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/test-database.ts";

let database: TestDatabase;
let pool: Pool;

beforeAll(async () => {
  database = await createTestDatabase();
  pool = new Pool({ connectionString: database.url });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});

const Row = z.object({
  numbers: z.array(z.int()),
  long: z.string(),
  texts: z.array(z.string().nullable()),
  ids: z.string(),
});

it.each([
  { numbers: [], long: [], texts: [], ids: [] },
  {
    numbers: [0, -1, 2_147_483_647, -2_147_483_648],
    long: [0, -1, 253_402_300_799, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER],
    texts: ["", null, "NULL", 'a"b,c\\{}', "\u0001\n", "Zürich 東京 😀", "x".repeat(100_000)],
    ids: ["00000000-0000-0000-0000-000000000000", "0123abcd-4567-89ef-0123-456789abcdef"],
  },
])("arrive as they were sent: $numbers", async ({ numbers, long, texts, ids }) => {
  const [row] = await rows(
    pool,
    Row,
    sql`select ${int4Array(numbers)}::int[] as numbers, ${textArray(texts)}::text[] as texts,
          array_to_string(${int8Array(long)}::bigint[], ' ') as long,
          array_to_string(${uuidArray(ids)}::uuid[], ' ') as ids`,
  );
  expect(row).toEqual({ numbers, long: long.join(" "), texts, ids: ids.join(" ") });
});
