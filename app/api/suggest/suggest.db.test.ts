import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { GET } from "#app/api/suggest/route.ts";
import { baseRecord } from "#lib/cloudtrail/testing/base-record.ts";
import { database } from "#lib/db/database.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/test-database.ts";
import { logKey, logObjectOf, memoryStore } from "#lib/ingest/testing/memory-store.ts";
import { runSource, testSource } from "#lib/ingest/testing/run-source.ts";

/** The route, called as Next calls it, over a handful of events. */

let testDatabase: TestDatabase;
beforeEach(async () => {
  testDatabase = await createTestDatabase();
  vi.stubEnv("DATABASE_URL", testDatabase.url);
});
afterEach(async () => {
  await database().close();
  Reflect.deleteProperty(globalThis, "waymarkDatabase");
  vi.unstubAllEnvs();
  await testDatabase.drop();
});

const record = (index: number, changes: object) => ({
  ...baseRecord,
  eventID: `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`,
  ...changes,
});

async function load(records: readonly object[]): Promise<void> {
  const store = memoryStore({ [logKey("a")]: logObjectOf(records) });
  const { state } = await runSource(database(), await testSource(database()), store);
  expect(state).toBe("done");
}

async function suggest(parameters: Readonly<Record<string, string>>) {
  const response = await GET(new Request(`http://localhost/api/suggest?${new URLSearchParams(parameters)}`));
  return { status: response.status, json: await response.json() };
}

async function valuesOf(parameters: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { json } = await suggest(parameters);
  return json.values.map(({ name, value, count }: Record<string, unknown>) => `${name} ${value} ${count}`);
}

const TRAIL = [
  record(1, { eventName: "StopInstances", requestParameters: { bucketName: "acme-logs" } }),
  record(2, { eventName: "StopInstances", awsRegion: "eu-north-1" }),
  record(3, { eventName: "StartInstances" }),
  record(4, { eventName: "UnstoppedThing", userAgent: "100%_sure" }),
];

it("answers a field's values, the most frequent first", async () => {
  await load(TRAIL);
  expect(await valuesOf({ field: "eventName" })).toEqual([
    "event StopInstances 2",
    "event StartInstances 1",
    "event UnstoppedThing 1",
  ]);
  expect((await suggest({ field: "event" })).json.exact).toBe(true);
});

it("puts what begins so before what only holds it, without regard to case", async () => {
  await load(TRAIL);
  expect(await valuesOf({ field: "event", prefix: "sTOP" })).toEqual([
    "event StopInstances 2",
    "event UnstoppedThing 1",
  ]);
});

it("counts among the rest of the query and the time, and says what occurs elsewhere only", async () => {
  await load(TRAIL);
  expect(await valuesOf({ field: "event", prefix: "st", q: "region:eu-north-1" })).toEqual([
    "event StopInstances 1",
    "event StartInstances 0",
  ]);
  expect(await valuesOf({ field: "event", prefix: "stop", to: "2020-01-01" })).toContain(
    "event StopInstances 0",
  );
  expect(await valuesOf({ field: "agent", prefix: "100%_" })).toEqual(["agent 100%_sure 1"]);
  expect(await valuesOf({ field: "agent", prefix: "0_%" })).toEqual([]);
});

it("answers values of any naming field, and paths, for a word without a field", async () => {
  await load(TRAIL);
  expect(await valuesOf({ prefix: "stop" })).toEqual([
    "event StopInstances 2",
    "session nightly-stop 4",
    "event UnstoppedThing 1",
  ]);
  expect((await suggest({ prefix: "bucketn" })).json.paths).toEqual(["requestParameters.bucketName"]);
});

it("answers the values of a path of the record", async () => {
  await load(TRAIL);
  expect(await valuesOf({ path: "requestparameters.bucketname", prefix: "ac" })).toEqual([
    "requestparameters.bucketname acme-logs 1",
  ]);
});

it("leaves out what a query of one line cannot hold", async () => {
  await load([record(1, { userAgent: "two\nlines" }), record(2, { userAgent: "x".repeat(2_000) })]);
  expect(await valuesOf({ field: "agent" })).toEqual([]);
});

it("refuses what it does not know, and a query that cannot be read", async () => {
  expect(await suggest({ field: "evnt" })).toMatchObject({
    status: 400,
    json: { code: "bad-query", problems: [{ parameter: "field" }] },
  });
  expect((await suggest({ field: "event", path: "a.b" })).status).toBe(400);
  for (const nothing of [{}, { prefix: "" }, { q: "is:write", field: "" }]) {
    expect(await suggest(nothing)).toMatchObject({
      status: 400,
      json: {
        code: "bad-query",
        problems: [{ parameter: "prefix", message: expect.stringContaining("none of the three") }],
      },
    });
  }
  expect((await suggest({ prefix: "x".repeat(301) })).status).toBe(400);
  expect(await suggest({ field: "event", q: "a (" })).toMatchObject({
    status: 400,
    json: { code: "bad-query" },
  });
});
