import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { baseRecord } from "#lib/cloudtrail/testing/base-record.ts";
import { countEvents } from "#lib/db/count-events.ts";
import { type Database, openDatabase } from "#lib/db/database.ts";
import { listJobs } from "#lib/db/jobs/list-jobs.ts";
import { listUnloaded } from "#lib/db/ledger/list-unloaded.ts";
import { summarizeRefused } from "#lib/db/ledger/summarize-refused.ts";
import { listEvents } from "#lib/db/list-events.ts";
import { readEvent } from "#lib/db/read-event.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/test-database.ts";
import { NAMED_REFUSALS } from "#lib/db/write/prepared.ts";
import { logKey, logObjectOf, memoryStore } from "#lib/ingest/testing/memory-store.ts";
import { runSource, testSource } from "#lib/ingest/testing/run-source.ts";
import { formatText } from "#lib/search/format-query.ts";
import { toSearch } from "#lib/search/view-url.ts";

/** Objects and records that are rare, huge, odd or hostile. */

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

const idOf = (index: number) => `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`;
const record = (index: number, changes: object = {}) => ({ ...baseRecord, eventID: idOf(index), ...changes });

async function load(objects: Readonly<Record<string, Uint8Array>>, source = "test") {
  const { state, progress } = await runSource(db, await testSource(db, source), memoryStore(objects));
  expect(state).toBe("done");
  return progress;
}

async function find(q: string) {
  const { search, problems } = toSearch({ q, from: null, to: null }, Date.now());
  expect(problems).toEqual([]);
  const page = await listEvents(db, { search, order: "desc", limit: 500, cursor: null, fingerprint: "" });
  expect((await countEvents(db, search)).count).toBe(page.events.length);
  return page.events;
}

describe("the same event", () => {
  it("in two objects, in one object twice, and from two sources is one event", async () => {
    const one = logObjectOf([record(1), record(2), record(1)]);
    expect(
      await load({ [logKey("a")]: one, [logKey("b")]: logObjectOf([record(2), record(3)]) }),
    ).toMatchObject({
      records: 5,
      events: 3,
      duplicates: 2,
    });
    expect(await load({ [logKey("a")]: one }, "other")).toMatchObject({ events: 0, duplicates: 3 });
    expect(await find("")).toHaveLength(3);
  });

  it("with the same id in two accounts is two events, and its page shows both", async () => {
    const twins = [record(1), record(1, { recipientAccountId: "444455556666" })];
    expect(await load({ [logKey("a")]: logObjectOf(twins) })).toMatchObject({ events: 2 });
    expect(await readEvent(db, idOf(1))).toHaveLength(2);
  });

  it("without an id, as in eventVersion 1.0, is known by its content", async () => {
    const { eventID: _, ...old } = { ...baseRecord, eventVersion: "1.0" };
    const objects = {
      [logKey("a")]: logObjectOf([old]),
      [logKey("b")]: logObjectOf([old, { ...old, eventName: "RunInstances" }]),
    };
    expect(await load(objects)).toMatchObject({ records: 3, events: 2, duplicates: 1 });
  });

  it("with an id that is no UUID is known by its content, and found by that id", async () => {
    const masked = { ...baseRecord, eventID: "Masked-17" };
    await load({
      [logKey("a")]: logObjectOf([masked, { ...masked, userAgent: "other" }, masked, record(1)]),
    });
    for (const q of ["id:masked-17", "id:mask*", "id:*ed-1*", "eventID:Masked-17", "masked-17"])
      expect(await find(q), q).toHaveLength(2);
    expect(await find("-id:Masked-17")).toHaveLength(1);
    expect(await find(`id:${idOf(1)}`)).toHaveLength(1);
  });
});

describe("an object", () => {
  it("over two months and over impossible times is cut up, and every record is found again", async () => {
    const times = [
      "2026-10-31T23:59:59Z",
      "2026-11-01T00:00:00Z",
      "1999-01-01T00:00:00Z",
      "9999-12-31T23:59:59Z",
    ];
    const records = times.flatMap((eventTime, index) => [
      record(index, { eventTime }),
      record(index + 10, { eventTime }),
    ]);
    expect(await load({ [logKey("a")]: logObjectOf(records) })).toMatchObject({ events: 8 });
    expect((await find("")).map(({ eventTime }) => eventTime)).toEqual(
      records
        .map(({ eventTime }) => eventTime)
        .toSorted()
        .reverse(),
    );
    for (const [place, { eventID }] of records.entries()) {
      const [detail] = await readEvent(db, eventID);
      expect(JSON.parse(detail?.record ?? "")).toEqual(records[place]);
      expect(detail?.object.ordinal).toBe(place);
    }
  });

  it("too large to be read at once is loaded as a stream, in bounded pieces, all or nothing", async () => {
    const noise = (index: number) =>
      Array.from({ length: 60 }, (_, at) => Math.sin(index * 61 + at)).join(" ");
    const records = Array.from({ length: 3_000 }, (_, index) =>
      record(index, { additionalEventData: { noise: noise(index) } }),
    );
    const body = logObjectOf(records);
    expect(body.length).toBeGreaterThan(1024 ** 2);
    expect(await load({ [logKey("a")]: body })).toMatchObject({ events: 3_000, objectsLoaded: 1 });
    const [detail] = await readEvent(db, idOf(2_345));
    expect(JSON.parse(detail?.record ?? "")).toEqual(records[2_345]);
    expect(detail?.object.ordinal).toBe(2_345);

    const cut = { [logKey("b")]: body.subarray(0, body.length - 100) };
    expect(await load(cut, "cut")).toMatchObject({ objectsFailed: 1, events: 0 });
  });

  it.each([
    ["plain JSON", (body: string): Uint8Array => Buffer.from(body)],
    ["gzip", (body: string): Uint8Array => gzipSync(body)],
  ])("of %s with refused records among its events shows each event its own record", async (_what, pack) => {
    const events = [record(1), record(2, { Records: [record(90)] }), record(3), record(4)];
    const [first, ...others] = events;
    const mixed = JSON.stringify({ Records: [first, { a: 1 }, 5, null, [record(91)], ...others] });
    const twoMonths = JSON.stringify({
      Records: [record(5), {}, record(6, { eventTime: "2026-10-01T00:00:00Z" }), {}, record(7)],
    });
    const objects = { "mixed.json": pack(mixed), "months.json": pack(twoMonths) };
    expect(await load(objects)).toMatchObject({ events: 7, refused: 6, records: 13 });
    for (const one of [...events, record(5), record(7)])
      expect(JSON.parse((await readEvent(db, one.eventID))[0]?.record ?? "")).toEqual(one);
  });

  it("of nothing but refusals, a thousand times larger than it came, names some and counts all", async () => {
    const many = gzipSync(`{"Records":[${"{},".repeat(150_000)}${JSON.stringify(record(1))}]}`);
    expect(many.length).toBeLessThan(2_000);
    const source = await testSource(db);
    const { progress } = await runSource(db, source, memoryStore({ [logKey("a")]: many }));
    expect(progress).toMatchObject({ records: 150_001, refused: 150_000, events: 1, objectsLoaded: 1 });
    const [detail] = await readEvent(db, idOf(1));
    expect(JSON.parse(detail?.record ?? "")).toEqual(record(1));
    expect(detail?.object.ordinal).toBe(150_000);
    const [job] = await listJobs(db, { sourceId: source.id, limit: 1 });
    const groups = await summarizeRefused(db, source.id, job?.id ?? "");
    expect(groups.map(({ records }) => records)).toEqual([NAMED_REFUSALS, 150_000 - NAMED_REFUSALS]);
  });

  it("that is plain JSON, JSON lines, or without records is taken for what it is", async () => {
    const progress = await load({
      "plain.json": Buffer.from(JSON.stringify({ Records: [record(1)] })),
      "lines.jsonl": Buffer.from([record(2), record(3)].map((one) => JSON.stringify(one)).join("\n")),
      [logKey("empty")]: gzipSync('{"Records":[]}'),
    });
    expect(progress).toMatchObject({ objectsLoaded: 3, objectsFailed: 0, events: 3 });
  });
});

describe("an object whose name ends in .gz", () => {
  const noise = (size: number) =>
    Buffer.from(Array.from({ length: size }, (_, at) => (at * 151 + 155) % 256));

  it("and that is neither gzip nor JSON is said to be neither, with what to do, however large", async () => {
    const source = await testSource(db);
    const objects = { "small.json.gz": noise(400), "large.json.gz": noise(6 * 1024 ** 2) };
    const { progress } = await runSource(db, source, memoryStore(objects));
    expect(progress).toMatchObject({ objectsFailed: 2, events: 0 });
    const failed = await failedOf(source.id);
    expect(failed).toHaveLength(2);
    for (const { key, code, reason, remedy } of failed) {
      expect(code).toBe("not-json");
      expect(reason).toBe(
        `${key} ends in .gz, but is neither gzip nor JSON: Byte 0 is not JSON: found 0x9b.`,
      );
      expect(remedy).toContain("Copy it again");
    }
  });

  it("and that is plain JSON is loaded; gzip of no JSON is called just that, as is a plain name", async () => {
    const source = await testSource(db);
    const objects = {
      "plain.json.gz": Buffer.from(JSON.stringify({ Records: [record(1)] })),
      "packed.json.gz": gzipSync(noise(400)),
      "noise.json": noise(400),
    };
    expect((await runSource(db, source, memoryStore(objects))).progress).toMatchObject({ events: 1 });
    const failed = await failedOf(source.id);
    expect(failed.map(({ key }) => key)).toEqual(["noise.json", "packed.json.gz"]);
    for (const { reason, remedy } of failed) {
      expect(reason).toContain(" is not JSON: Byte 0 ");
      expect(remedy).toBeNull();
    }
  });

  const failedOf = (sourceId: string) => listUnloaded(db, { sourceId, state: "failed", limit: 10 });
});

describe("a value", () => {
  const VALUES = [
    "it's",
    'say "hi"',
    "50% off",
    "a_b",
    "a*b",
    "back\\slash",
    "comma, and; more",
    "日本語",
    "ÄÖÜ ß",
    "=cmd|' /C calc'!A0",
    "<script>alert(1)</script>",
    "\u001b[31mred",
    "\u202eevil",
    "  spaces  ",
    "NULL",
    "{}",
    "$1",
    "AND",
    "-x",
    "x".repeat(20_000),
  ];

  it("of any kind is found exactly, and alone, as a user agent and as a raw value", async () => {
    const records = VALUES.map((value, index) =>
      record(index, { userAgent: value, requestParameters: { note: value } }),
    );
    await load({ [logKey("a")]: logObjectOf(records) });
    for (const [index, value] of VALUES.entries()) {
      if (value.length > 1_000) continue; // longer than a query may be
      const text = formatText(value);
      expect((await find(`agent:${text}`)).map(({ eventId }) => eventId)).toEqual([idOf(index)]);
      expect((await find(`requestParameters.note:${text}`)).map(({ eventId }) => eventId)).toEqual([
        idOf(index),
      ]);
    }
    expect((await find(`agent:${"x".repeat(50)}*`)).map(({ eventId }) => eventId)).toEqual([
      idOf(VALUES.length - 1),
    ]);
  });

  it("that the database cannot hold is found as it is shown, and the record keeps it as it was", async () => {
    const value = "nul\u0000and\ud800half";
    await load({
      [logKey("a")]: Buffer.from(`{"Records":[${JSON.stringify(record(1, { userAgent: value }))}]}`),
    });
    const [event] = await find("event:StopInstances");
    expect(event?.userAgent).toBe("nul\u2400and\ufffdhalf");
    const [detail] = await readEvent(db, idOf(1));
    expect(JSON.parse(detail?.record ?? "").userAgent).toBe(value);
  });

  it("that is the id of a request is not looked for by a part of it, and that is said", async () => {
    await load({ [logKey("a")]: logObjectOf([record(1, { requestID: "REQ-77" })]) });
    for (const q of ["request:REQ-*", "-request:*77"])
      await expect(find(q), q).rejects.toMatchObject({
        code: "bad-query",
        message: expect.stringContaining("whole only"),
      });
    expect(await find("request:*")).toHaveLength(1);
  });

  it("that is a number of more digits than JavaScript keeps is found to the last, and makes another event", async () => {
    const { eventID: _, ...old } = baseRecord;
    const withSize = (size: string) =>
      JSON.stringify({ ...old, requestParameters: { size: "@" } }).replace('"@"', size);
    const body = `{"Records":[${withSize("9007199254740993")},${withSize("9007199254740992")},${withSize("17")}]}`;
    expect(await load({ [logKey("a")]: gzipSync(body) })).toMatchObject({ events: 3 });
    expect(await find("requestParameters.size:17")).toHaveLength(1);
    for (const size of ["9007199254740993", "9007199254740992"]) {
      const found = await find(`requestParameters.size:${size}`);
      expect(found).toHaveLength(1);
      expect((await readEvent(db, found[0]?.eventId ?? ""))[0]?.record).toContain(`:${size}`);
    }
  });

  it("that differs by case only is another value, and found by either spelling", async () => {
    const records = ["Alice", "alice", "ALICE"].map((userAgent, index) => record(index, { userAgent }));
    await load({ [logKey("a")]: logObjectOf(records) });
    expect(await find("agent:aLiCe")).toHaveLength(3);
    expect(new Set((await find("")).map(({ userAgent }) => userAgent)).size).toBe(3);
  });

  it("that is unique by nature is found whole, wherever it stands", async () => {
    await load({ [logKey("a")]: logObjectOf([record(1), record(2, { requestID: "REQ-77" })]) });
    for (const q of ["request:req-77", "requestID:REQ-77", "REQ-77", idOf(2), `id:${idOf(2)}`]) {
      expect(
        (await find(q)).map(({ eventId }) => eventId),
        q,
      ).toEqual([idOf(2)]);
    }
  });
});
