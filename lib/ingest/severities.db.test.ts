import { afterAll, beforeAll, expect, it } from "vitest";
import { baseRecord } from "#lib/cloudtrail/testing/base-record.ts";
import { type Database, openDatabase } from "#lib/db/database.ts";
import { listBursts } from "#lib/db/list-bursts.ts";
import { listEvents } from "#lib/db/list-events.ts";
import { readEvent } from "#lib/db/read-event.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/test-database.ts";
import type { Event, Severity } from "#lib/event/event.ts";
import { idOf } from "#lib/ingest/testing/dated-records.ts";
import { logKey, logObjectOf, memoryStore } from "#lib/ingest/testing/memory-store.ts";
import { runSource, testSource } from "#lib/ingest/testing/run-source.ts";
import { EVERYTHING } from "#lib/search/search.ts";

/** How grave an event is: the same in the list, which has its row alone, and on its page, which has its record. */

type Call = {
  readonly source: "ssm" | "guardduty";
  readonly name: string;
  readonly asked: object;
  readonly is: readonly Severity[];
};

const read = (name: string, asked: object, is: readonly Severity[]): Call => ({
  source: "ssm",
  name,
  asked,
  is,
});
const CALLS: readonly Call[] = [
  read("GetParameter", { name: "/db", withDecryption: true }, ["sensitive-read"]),
  read("GetParameters", { names: ["/a", "/b"], withDecryption: true }, ["sensitive-read"]),
  read("GetParametersByPath", { path: "/", withDecryption: true }, ["sensitive-read"]),
  read("GetParameterHistory", { name: "/db", withDecryption: true }, ["sensitive-read"]),
  read("GetParameter", { name: "/db", withDecryption: false }, []),
  read("GetParameter", { name: "/db" }, []),
  // What a record says elsewhere is not what the call asked for.
  read("GetParameter", { name: "/db", more: { withDecryption: true } }, []),
  { source: "guardduty", name: "UpdateDetector", asked: { enable: false }, is: ["destructive"] },
  { source: "guardduty", name: "UpdateDetector", asked: { enable: true }, is: [] },
];

const SEARCH = { where: EVERYTHING, range: { from: null, to: null } };
const PAGE = {
  search: SEARCH,
  order: "asc",
  limit: 50,
  cursor: null,
  fingerprint: "abcdefghijklmn",
} as const;

let database: TestDatabase;
let db: Database;

beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase(database.url);
  const records = CALLS.map(({ source, name, asked }, index) => ({
    ...baseRecord,
    eventID: idOf(index),
    eventTime: `2026-11-12T14:31:${String(index).padStart(2, "0")}Z`,
    eventSource: `${source}.amazonaws.com`,
    eventName: name,
    readOnly: source === "ssm",
    requestParameters: asked,
  }));
  await runSource(db, await testSource(db), memoryStore({ [logKey("graves")]: logObjectOf(records) }));
});

afterAll(async () => {
  await db.close();
  await database.drop();
});

const told = (events: readonly Event[]) => events.map(({ eventId, severities }) => [eventId, severities]);

it("is what the call asked for, in the list and on the page alike", async () => {
  const expected = CALLS.map(({ is }, index) => [idOf(index), is]);
  const { events } = await listEvents(db, PAGE);
  expect(told(events)).toEqual(expected);
  const pages = await Promise.all(CALLS.map((_, index) => readEvent(db, idOf(index))));
  expect(told(pages.flatMap((found) => found.map(({ event }) => event)))).toEqual(expected);
});

it("is the same for all that is folded into one row", async () => {
  const { bursts } = await listBursts(db, { ...PAGE, fold: true, dayOf: () => "one" });
  for (const { event, others } of bursts) {
    for (const other of others) expect(other.severities).toEqual(event.severities);
  }
  const reads = bursts.filter(({ event }) => event.eventName === "GetParameter");
  expect(reads.map(({ event, others }) => [event.severities, others.length])).toEqual([
    [["sensitive-read"], 0],
    [[], 2],
  ]);
});
