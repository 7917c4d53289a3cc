import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ingest } from "#bin/commands/ingest.ts";
import { runCommand } from "#bin/commands/run-command.ts";
import { search } from "#bin/commands/search.ts";
import { capturedSession } from "#bin/commands/testing/captured-session.ts";
import { logObject, records } from "#bin/commands/testing/log-files.ts";
import { type Database, openDatabase } from "#lib/db/database.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/test-database.ts";
import { readCsv } from "#lib/event/testing/read-csv.ts";
import { makeTree, type TemporaryTree } from "#lib/ingest/testing/temporary-tree.ts";

/** More than two pages of the database. */
const COUNT = 1203;
const HOSTILE_ID = "99999999-0000-4000-8000-000000000001";
const SHARED_ID = "99999999-0000-4000-8000-000000000002";
const NOW = Date.UTC(2026, 10, 13);
/** Written as a program would not write it: long numbers, escapes, repeated keys and blanks must survive. */
const DELIVERED = `{ "eventVersion":"1.11","eventID":"${HOSTILE_ID}","eventTime":"2026-11-11T00:00:00Z",
  "eventSource":"s3.amazonaws.com","eventName":"Get\\u0041Object","userAgent":"=cmd|' /C calc'!A0\u202e",
  "n":12345678901234567890,"n":1.0,"userIdentity":{"type":"IAMUser","userName":"eve","accountId":"111122223333","arn":"arn:aws:iam::111122223333:user/eve"},
  "awsRegion":"eu-west-1","sourceIPAddress":"\\u001b]0;owned\\u0007","recipientAccountId":"111122223333","readOnly":true,"eventCategory":"Management"}`;

let database: TestDatabase;
let empty: TestDatabase;
let db: Database;
let emptyDb: Database;
let tree: TemporaryTree;

beforeAll(async () => {
  [database, empty] = await Promise.all([createTestDatabase(), createTestDatabase()]);
  db = openDatabase(database.url);
  emptyDb = openDatabase(empty.url);
  const [twin] = records(1, { eventID: SHARED_ID, eventTime: "2026-11-11T01:00:00Z" });
  const [other] = records(1, {
    eventID: SHARED_ID,
    eventTime: "2026-11-11T01:00:00Z",
    recipientAccountId: "444455556666",
  });
  tree = makeTree([
    ["a.json.gz", logObject(records(COUNT))],
    ["b.json.gz", gzipSync(`{"Records":[${DELIVERED}]}`)],
    ["c.json.gz", logObject([twin, other])],
  ]);
  expect(await ingest([tree.root], capturedSession(db).session)).toBe(0);
});
afterAll(async () => {
  tree.remove();
  await Promise.all([db.close(), emptyDb.close()]);
  await Promise.all([database.drop(), empty.drop()]);
});

async function run(args: readonly string[], on: Database = db) {
  const { session, out, err } = capturedSession(on, () => NOW);
  return { code: await runCommand(args, session), out: out(), err: err() };
}

const ALL = COUNT + 3;

describe("waymark search", () => {
  it("prints 50 events as a table, newest first, and says that there are more", async () => {
    const { code, out, err } = await run(["search"]);
    expect(code).toBe(0);
    const [header, ...rows] = out.trimEnd().split("\n");
    expect(header).toMatch(/^Time \(UTC\) +Event +Service +Who/);
    expect(rows).toHaveLength(50);
    expect(rows[0]).toMatch(/^2026-11-12 20:02:00 /);
    expect(err).toBe("50 events shown, and there are more: --all shows every one.\n");
  });

  it.each([1, 499, 500, 501, 1000, COUNT, 5000])(
    "prints exactly %i events, or all there are",
    async (limit) => {
      const { out, err } = await run([
        "search",
        "user:alice",
        `--limit=${limit}`,
        "--format",
        "ndjson",
        "--from",
        "2026-11-12",
      ]);
      const ids = out
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line).eventId);
      expect(new Set(ids).size).toBe(Math.min(limit, COUNT));
      expect(ids).toEqual(ids.toSorted().reverse());
      expect(err).toBe(
        limit < COUNT
          ? `${limit === 1 ? "1 event" : `${limit.toLocaleString("en-US")} events`} shown, and there are more: --all shows every one.\n`
          : "",
      );
    },
  );

  it("prints the oldest first when asked", async () => {
    const { out } = await run(["search", "--order", "asc", "--limit", "1", "--format", "ndjson"]);
    expect(JSON.parse(out).eventId).toBe(HOSTILE_ID);
  });

  it("prints JSON as the API gives it", async () => {
    const { out } = await run(["search", "event:StopInstances", "--limit", "600", "--format", "json"]);
    const { events, nextCursor, coverage } = JSON.parse(out);
    expect(events).toHaveLength(Math.ceil(COUNT / 3) + 2);
    expect(nextCursor).toBeNull();
    expect(coverage).toMatchObject({ sources: 1, totalEvents: ALL });
    expect(events[0]).toMatchObject({
      eventName: "StopInstances",
      actor: { kind: "person", name: "alice" },
      outcome: "success",
    });
  });

  it("prints CSV with a row for every event, and nothing that a spreadsheet would run", async () => {
    const { out } = await run(["search", "--all", "--format", "csv"]);
    const [header = [], ...rows] = readCsv(out);
    expect(rows).toHaveLength(ALL);
    expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([header.length]));
    const hostile = rows.find((row) => row[header.indexOf("eventId")] === HOSTILE_ID);
    expect(hostile?.[header.indexOf("userAgent")]).toMatch(/^'=cmd/);
  });

  it("lets nothing of a record act on a terminal, in any format", async () => {
    for (const format of ["table", "json", "ndjson"]) {
      const { out } = await run(["search", "user:eve", "--format", format]);
      expect(out).toContain("\\u001b]0;owned");
      expect(out.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\u202e]/u);
    }
  });

  it("tells the kinds of nothing apart", async () => {
    expect((await run(["search"], emptyDb)).err).toBe(
      "Nothing is loaded yet: waymark ingest s3://bucket/prefix.\n",
    );
    const loaded = "Events are loaded from 2026-11-11T00:00:00Z to 2026-11-12T20:02:00Z.\n";
    expect(await run(["search", "event:Nope"])).toEqual({
      code: 0,
      out: "",
      err: `No event matches: the query leaves out all of 1,206 events of this time. ${loaded}`,
    });
    expect((await run(["search", "--to", "2020-01-01"])).err).toBe(
      `Nothing was loaded for this time, so what happened then is not known here. ${loaded}`,
    );
    expect(
      (await run(["search", "--from", "2026-11-11T12:00:00Z", "--to", "2026-11-11T13:00:00Z"])).err,
    ).toBe(`Nothing happened in this time, as far as 2 loaded log objects about it tell. ${loaded}`);
  });

  it("names the conditions of a query that finds nothing without which it finds something", async () => {
    const { err } = await run(["search", "who user:alice event:StopInstances"]);
    expect(err).toContain(
      ` of this time. Without who: ${Math.ceil(COUNT / 3) + 2} events. Events are loaded`,
    );
    const { err: ever } = await run([
      "search",
      "user:alice",
      "--from",
      "2026-11-11",
      "--to",
      "2026-11-11T00:30:00Z",
    ]);
    expect(ever).toContain("At any time: 1,205 events.");
  });

  it("claims no missing logs of an account where the files do not name their account", async () => {
    const { out, err } = await run(["search", "account:999988887777", "--format", "json"]);
    const place = { accounts: ["999988887777"], regions: null, isLoaded: true };
    expect(JSON.parse(out).coverage.place).toEqual(place);
    expect(err).toMatch(/^No event matches/);
  });

  it("finds by a path above them the values that stand under a field", async () => {
    const alice = "arn:aws:iam::111122223333:user/alice";
    const count = async (q: string) =>
      JSON.parse((await run(["search", q, "--format", "json", "--limit", "500"])).out).events.length;
    expect(await count(`principal:"${alice}"`)).toBe(500);
    expect(await count(`userIdentity:"${alice}"`)).toBe(500);
    expect(await count(`userIdentity.type:IAMUser -userIdentity:"${alice}"`)).toBe(1);
    expect(await count(`requestParameters:"${alice}"`)).toBe(0);
  });

  it("keeps its formats where nothing is found", async () => {
    expect(readCsv((await run(["search", "event:Nope", "--format", "csv"])).out)).toHaveLength(1);
    expect((await run(["search", "event:Nope", "--format", "ndjson"])).out).toBe("");
    expect(JSON.parse((await run(["search", "event:Nope", "--format", "json"])).out).events).toEqual([]);
  });

  it("ends between two pages when it is interrupted", async () => {
    const { session, out, interrupt } = capturedSession(db);
    const writing = {
      ...session.out,
      write: async (text: string) => {
        await session.out.write(text);
        interrupt(new Error("stop"));
      },
    };
    await expect(
      search(["--limit", "all", "--format", "ndjson"], { ...session, out: writing }),
    ).rejects.toThrow("stop");
    expect(out().trimEnd().split("\n")).toHaveLength(1_000);
  });

  it("prints the same events all at once as page by page, and each with its record if wanted", async () => {
    const paged = await run(["search", "--limit", "5000", "--format", "ndjson"]);
    expect((await run(["search", "--all", "--format", "ndjson"])).out).toBe(paged.out);
    const { out } = await run(["search", "user:eve", "--all", "--record", "--format", "ndjson"]);
    expect(out).toContain(`"record":${DELIVERED.replaceAll("\n", " ")}}`);
    expect((await run(["search", "--record", "--format", "ndjson"])).err).toBe("--record goes with --all.\n");
  });
});

describe("waymark event", () => {
  it("prints the record byte for byte as it was delivered", async () => {
    expect(await run(["event", HOSTILE_ID])).toEqual({ code: 0, out: `${DELIVERED}\n`, err: "" });
    expect((await run(["event", HOSTILE_ID.toUpperCase()])).out).toBe(`${DELIVERED}\n`);
  });

  it("indents it without changing a token", async () => {
    const { out } = await run(["event", "--pretty", HOSTILE_ID]);
    expect(out).toContain('  "n": 12345678901234567890,\n  "n": 1.0,\n');
    expect(out).toContain('"eventName": "Get\\u0041Object"');
    expect(out.replaceAll(/\s/g, "")).toBe(DELIVERED.replaceAll(/\s/g, ""));
  });

  it("prints every record of an id that two accounts share", async () => {
    const { code, out, err } = await run(["event", SHARED_ID]);
    expect(code).toBe(0);
    const accounts = out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line).recipientAccountId);
    expect(accounts.toSorted()).toEqual(["111122223333", "444455556666"]);
    expect(err).toBe("2 events have this id, the newest first.\n");
  });

  it.each(["00000000-0000-4000-8000-999999999999", "nonsense"])(
    "fails for %s, which is not loaded",
    async (id) => {
      expect(await run(["event", id])).toEqual({
        code: 1,
        out: "",
        err: `No loaded event has the id ${id}.\n`,
      });
    },
  );
});

describe("waymark status", () => {
  it("shows sources, runs, lag and size", async () => {
    const { code, out } = await run(["status"]);
    expect(code).toBe(0);
    expect(out).toContain(`files:${tree.root}\n    3 objects loaded, 0 skipped, 0 failed; 1,206 events`);
    expect(out).toMatch(/Lag +the newest event is 4 h old/);
    expect(out).toMatch(/Database +\d+(\.\d)? MB/);
    expect(out).toMatch(/Worker +none running/);
    expect(out).toMatch(/ {2}done +ended .+ 3 objects, 3 loaded, 0 failed, 1,206 events/);
  });

  it("says how to begin where nothing is there", async () => {
    const { code, out } = await run(["status"], emptyDb);
    expect(code).toBe(0);
    expect(out).toContain("none: waymark ingest s3://bucket/prefix");
    expect(out).toMatch(/Lag +no event is loaded/);
  });

  it("tells a script the same", async () => {
    const status = JSON.parse((await run(["status", "--json"])).out);
    expect(status).toMatchObject({
      workers: 0,
      lagSeconds: 4 * 3600 - 120,
      coverage: { totalEvents: ALL, newestEventTime: "2026-11-12T20:02:00.000Z" },
      sources: [{ source: { name: `files:${tree.root}` }, figures: { objectsLoaded: 3, events: ALL } }],
      jobs: [{ state: "done", trigger: "command" }],
    });
    expect(status.databaseBytes).toBeGreaterThan(1_000_000);
  });
});
