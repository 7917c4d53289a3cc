import { cpSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { afterEach, beforeEach, expect, it } from "vitest";
import { ingest } from "#bin/commands/ingest.ts";
import { runCommand } from "#bin/commands/run-command.ts";
import { capturedSession } from "#bin/commands/testing/captured-session.ts";
import { logObject, records } from "#bin/commands/testing/log-files.ts";
import { countEvents } from "#lib/db/count-events.ts";
import { type Database, openDatabase } from "#lib/db/database.ts";
import { readCoverage } from "#lib/db/read-coverage.ts";
import { listSources } from "#lib/db/sources/list-sources.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/test-database.ts";
import { makeZip } from "#lib/ingest/testing/make-zip.ts";
import { makeTree, type TemporaryTree } from "#lib/ingest/testing/temporary-tree.ts";
import { EVERYTHING } from "#lib/search/search.ts";

let database: TestDatabase;
let db: Database;
let tree: TemporaryTree | null = null;

beforeEach(async () => {
  database = await createTestDatabase();
  db = openDatabase(database.url);
});
afterEach(async () => {
  tree?.remove();
  tree = null;
  await db.close();
  await database.drop();
});

async function run(...args: string[]) {
  const { session, out, err } = capturedSession(db);
  return { code: await ingest(args, session), out: out(), err: err() };
}

async function loadedEvents(): Promise<number> {
  return (await countEvents(db, { where: EVERYTHING, range: { from: null, to: null } })).count;
}

const RECORDS = records(40);

it("loads a folder of gzip, JSON, JSON lines and zip, each event once", async () => {
  tree = makeTree([
    ["a.json.gz", logObject(RECORDS.slice(0, 10))],
    ["deep/b.json", JSON.stringify({ Records: RECORDS.slice(10, 20) })],
    [
      "c.jsonl",
      RECORDS.slice(20, 30)
        .map((record) => `${JSON.stringify(record)}\n`)
        .join(""),
    ],
    ["d.zip", makeZip([{ name: "inner/e.json.gz", content: logObject(RECORDS.slice(30, 40)) }])],
    ["again.json.gz", logObject(RECORDS.slice(0, 10))],
  ]);
  const { code, out, err } = await run(tree.root);
  expect(out).toBe(
    "5 objects: 5 loaded, 0 there already, 0 skipped, 0 failed\n50 records: 40 new events, 10 loaded before, 0 refused\n",
  );
  expect(err).not.toContain("Not loaded");
  expect(code).toBe(0);
  expect(await loadedEvents()).toBe(40);
  // Which the names of such files do not tell.
  const coverage = await readCoverage(db, { from: null, to: null });
  expect(coverage).toMatchObject({ accounts: 1, regions: 1 });
});

it("lists what could not be loaded, with the reason and the remedy, and fails", async () => {
  tree = makeTree([
    ["good.json.gz", logObject(RECORDS)],
    ["cut.json.gz", logObject(RECORDS).subarray(0, 200)],
    ["damaged.json.gz", Buffer.concat([logObject(RECORDS).subarray(0, 60), Buffer.alloc(400, 7)])],
    ["words.json", "These are words."],
    ["other.json", '{"name":"not a trail"}'],
    ["empty.json", ""],
    ["README.txt", "Read me."],
    ["evil\u001b[2J.json", "\u001b[31m"],
  ]);
  const { code, out, err } = await run(tree.root);
  expect(code).toBe(1);
  expect(out).toBe(
    "8 objects: 1 loaded, 0 there already, 1 skipped, 6 failed\n40 records: 40 new events, 0 loaded before, 0 refused\n",
  );
  const listed = err.slice(err.indexOf("Not loaded, 6 objects:\n")).split("\n");
  expect(listed.slice(1, 7).map((line) => line.trim().split(" ")[0])).toEqual([
    "cut.json.gz",
    "damaged.json.gz",
    "empty.json",
    "evil\\u001b[2J.json",
    "other.json",
    "words.json",
  ]);
  expect(err).toContain("cut.json.gz ends in the middle of its gzip data.");
  expect(err).toContain("What to do:\n  Compare its size with the original and deliver it again.\n");
  expect(err).toContain("Skipped: README.txt: Not a CloudTrail log object: a .txt file.");
  expect(err).not.toContain("\u001b");
});

it("finds everything there already when it is run again, and what was put beside it, however old", async () => {
  const key = (day: string) =>
    `AWSLogs/111122223333/CloudTrail/eu-west-1/2026/11/${day}/111122223333_CloudTrail_eu-west-1_202611${day}T0005Z_abcdefgh.json.gz`;
  tree = makeTree([[key("20"), logObject(RECORDS.slice(0, 10))]]);
  expect((await run(tree.root)).code).toBe(0);
  expect((await run(tree.root)).out).toBe("1 object: 0 loaded, 1 there already, 0 skipped, 0 failed\n");
  const older = makeTree([[key("02"), logObject(RECORDS.slice(10, 20))]]);
  cpSync(older.root, tree.root, { recursive: true });
  older.remove();
  const { code, out } = await run(tree.root);
  expect(out).toContain("2 objects: 1 loaded, 1 there already, 0 skipped, 0 failed\n");
  expect(code).toBe(0);
  expect(await loadedEvents()).toBe(20);
});

it("names the source after the deepest folder that holds all files", async () => {
  tree = makeTree([
    ["x/a.json.gz", logObject(RECORDS.slice(0, 10))],
    ["y/b.json.gz", logObject(RECORDS.slice(10, 20))],
    ["y/c.json.gz", logObject(RECORDS.slice(20, 30))],
  ]);
  await run(tree.path("x/a.json.gz"), tree.path("y/b.json.gz"));
  const { out } = await run(tree.path("y/c.json.gz"), tree.path("x/a.json.gz"));
  expect(out).toContain("2 objects: 1 loaded, 1 there already");
  const sources = await listSources(db);
  expect(sources.map(({ source }) => source.name)).toEqual([`files:${tree.root}`]);
});

it("makes no source of a path that is not there", async () => {
  tree = makeTree([]);
  const { session, err } = capturedSession(db);
  expect(await runCommand(["ingest", tree.path("nothing.json")], session)).toBe(1);
  expect(err()).toBe(
    `There is no file or folder ${tree.path("nothing.json")}.\nCheck the path: it was looked for on ${hostname()}.\n`,
  );
  expect(await listSources(db)).toEqual([]);
});

it("says that an empty folder is empty", async () => {
  tree = makeTree([]);
  const { code, out, err } = await run(tree.root);
  expect(code).toBe(0);
  expect(out).toBe("0 objects: 0 loaded, 0 there already, 0 skipped, 0 failed\n");
  expect(err).toContain(`Nothing was found in files:${tree.root}.`);
});

it("counts records that are no events, and loads the rest", async () => {
  tree = makeTree([["a.json.gz", logObject([...RECORDS.slice(0, 5), { eventName: "NoTimeNoId" }])]]);
  const { code, out, err } = await run(tree.root);
  expect(out).toContain("6 records: 5 new events, 0 loaded before, 1 refused\n");
  expect(err).toContain("Refused: record 6 of a.json.gz: The record has no eventTime: found nothing.\n");
  expect(code).toBe(0);
});

it("says why records of this run were refused, a line for each reason", async () => {
  tree = makeTree([
    ["a.json.gz", logObject([{ eventName: "NoTime" }, ...RECORDS, { eventName: "NoTime" }, 5])],
  ]);
  const { err } = await run(tree.root);
  const said = err.split("\n").filter((line) => line.startsWith("Refused: "));
  expect(said).toEqual([
    "Refused: 2 records, such as record 1 of a.json.gz: The record has no eventTime: found nothing.",
    "Refused: record 43 of a.json.gz: Expected an object, found 5.",
  ]);
  expect((await run(tree.root)).err).not.toContain("Refused");
});

it("says so where a loaded file is now broken, and keeps what it brought", async () => {
  tree = makeTree([["a.json.gz", logObject(RECORDS)]]);
  await run(tree.root);
  writeFileSync(tree.path("a.json.gz"), "now something else");
  const { code, out, err } = await run(tree.root);
  expect(code).toBe(1);
  expect(out).toContain("1 object: 0 loaded, 0 there already, 0 skipped, 1 failed\n");
  expect(err).toContain("Not loaded, 1 object:\n  a.json.gz ends in .gz, but is neither gzip nor JSON");
  expect(await loadedEvents()).toBe(40);
});
