import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countEvents } from "#lib/db/count-events.ts";
import { type Database, openDatabase } from "#lib/db/database.ts";
import { findUnique } from "#lib/db/read/find-unique.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/test-database.ts";
import { keyOn, recordAt } from "#lib/ingest/testing/dated-records.ts";
import { logObjectOf, memoryStore } from "#lib/ingest/testing/memory-store.ts";
import { runSource, testSource } from "#lib/ingest/testing/run-source.ts";
import { toSearch } from "#lib/search/view-url.ts";

/** A multipart upload: each of its parts is an event, and they all bear one uploadId, which is kept as a hash. */

const UPLOAD = "VXBsb2FkIElEIGZvciBlbHZpbmcncyBtb3ZpZS5tMnRzIHVwbG9hZA";
const PARTS = 600;
const OTHERS = 100;

let database: TestDatabase;
let db: Database;

beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase(database.url);
  const objects: Record<string, Uint8Array> = {};
  for (const [place, day] of ["2026-10-30", "2026-11-02"].entries()) {
    const records = Array.from({ length: (PARTS + OTHERS) / 2 }, (_, index) => {
      const number = place * 1_000 + index;
      const uploadId = index < PARTS / 2 ? UPLOAD : `another-${number}`;
      const requestParameters = { bucketName: "acme-films", uploadId, partNumber: number };
      return recordAt(number, `${day}T10:00:00Z`, { eventName: "UploadPart", requestParameters });
    });
    for (let at = 0; at < records.length; at += 70)
      objects[keyOn(day, `o${at}`)] = logObjectOf(records.slice(at, at + 70));
  }
  const { progress } = await runSource(db, await testSource(db), memoryStore(objects));
  expect(progress.events).toBe(PARTS + OTHERS);
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

function count(q: string) {
  const { search, problems } = toSearch({ q, from: null, to: null }, Date.now());
  expect(problems).toEqual([]);
  return countEvents(db, search);
}

describe("a value that is unique by nature and stands in hundreds of events", () => {
  it.each([`requestParameters.uploadId:${UPLOAD}`, `requestParameters:${UPLOAD.toLowerCase()}`, UPLOAD])(
    "is found in each of them by %s, and its negation finds the others",
    async (q) => {
      expect(await count(q)).toEqual({ count: PARTS, exact: true });
      expect(await count(`-${q}`)).toEqual({ count: OTHERS, exact: true });
    },
  );

  it("is not found where another path has it", async () => {
    expect(await count(`responseElements:${UPLOAD}`)).toEqual({ count: 0, exact: true });
  });

  it("is refused where it stands in more events than can be checked, instead of leaving some out", async () => {
    const match = {
      kind: "match",
      target: { kind: "path", path: "requestParameters.uploadId" },
      test: { kind: "equals", value: UPLOAD },
    } as const;
    expect(await findUnique(db.pool, match, PARTS)).toHaveLength(PARTS);
    await expect(findUnique(db.pool, match, PARTS - 1)).rejects.toMatchObject({
      code: "bad-query",
      message: expect.stringContaining("More than 599 events"),
    });
  });
});
