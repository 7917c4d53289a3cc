import { afterEach, beforeEach, expect, it } from "vitest";
import { connect } from "#lib/db/connect.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/test-database.ts";
import { waitUntilAlone } from "#lib/db/wait-until-alone.ts";

let database: TestDatabase;

beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

it("does not wait where nobody else is connected", async () => {
  let told = 0;
  await waitUntilAlone(database.url, () => {
    told += 1;
  });
  expect(told).toBe(0);
});

it("says nothing of a connection that goes at once", async () => {
  const other = await connect(database.url);
  let told = 0;
  setTimeout(() => other.end(), 300);
  await waitUntilAlone(database.url, () => {
    told += 1;
  });
  expect(told).toBe(0);
});

it("waits, and says so once, until the other one has gone", async () => {
  const other = await connect(database.url);
  let told = 0;
  let isAlone = false;
  const waiting = waitUntilAlone(database.url, () => {
    told += 1;
    setTimeout(() => other.end(), 700);
  }).then(() => {
    isAlone = true;
  });
  await expect.poll(() => told, { timeout: 10_000 }).toBe(1);
  expect(isAlone).toBe(false);
  await waiting;
  expect(told).toBe(1);
});
