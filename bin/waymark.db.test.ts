import { spawn } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { logObject, records } from "#bin/commands/testing/log-files.ts";
import { PROJECT_ROOT } from "#bin/launch/project-root.ts";
import { countEvents } from "#lib/db/count-events.ts";
import { type Database, openDatabase } from "#lib/db/database.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/test-database.ts";
import { readCsv } from "#lib/event/testing/read-csv.ts";
import { makeTree, type TemporaryTree } from "#lib/ingest/testing/temporary-tree.ts";
import { EVERYTHING } from "#lib/search/search.ts";

/** The program itself, as a shell starts it, from another folder. */

const COUNT = 2500;

let database: TestDatabase;
let db: Database;
let tree: TemporaryTree;

beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase(database.url);
  tree = makeTree([
    ["logs/a.json.gz", logObject(records(COUNT))],
    ["broken/cut.json.gz", logObject(records(50)).subarray(0, 100)],
  ]);
});
afterAll(async () => {
  tree.remove();
  await db.close();
  await database.drop();
});

type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

/** `lines`: the reader goes away after so many, as `head` does. */
function waymark(args: readonly string[], lines = Number.POSITIVE_INFINITY): Promise<Ended> {
  const child = spawn(process.execPath, [join(PROJECT_ROOT, "bin/waymark.mjs"), ...args], {
    cwd: tree.root,
    env: { ...process.env, DATABASE_URL: database.url, WAYMARK_DATA: tree.path("data") },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let out = "";
  let err = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
    if (out.split("\n").length > lines) child.stdout.destroy();
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, out, err }));
  });
}

it("loads a path relative to where it is called, and says so with exit code 0", async () => {
  const { code, out, err } = await waymark(["ingest", "logs"]);
  expect(err).toBe("Looking for logs\n");
  expect(out).toBe(
    "1 object: 1 loaded, 0 there already, 0 skipped, 0 failed\n2,500 records: 2,500 new events, 0 loaded before, 0 refused\n",
  );
  expect(code).toBe(0);
});

it("prints as many events as there are, as NDJSON and as CSV", async () => {
  const { count } = await countEvents(db, { where: EVERYTHING, range: { from: null, to: null } });
  expect(count).toBe(COUNT);
  const ndjson = await waymark(["search", "--limit", "all", "--format", "ndjson"]);
  expect(ndjson.code).toBe(0);
  expect(
    ndjson.out
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line).eventId),
  ).toHaveLength(count);
  const csv = await waymark(["search", "--limit", "all", "--format", "csv"]);
  expect(csv.code).toBe(0);
  expect(readCsv(csv.out)).toHaveLength(count + 1);
});

it("ends quietly when its reader has seen enough", async () => {
  const { code, err } = await waymark(["search", "--limit", "all", "--format", "ndjson"], 1);
  expect(err).toBe("");
  expect(code).toBe(0);
});

it("fails with exit code 1 where a file cannot be loaded", async () => {
  const { code, err } = await waymark(["ingest", "broken"]);
  expect(code).toBe(1);
  expect(err).toContain("cut.json.gz ends in the middle of its gzip data.");
});

it("has exit code 2 for what it cannot understand, and 1 for what is not there", async () => {
  expect(await waymark(["search", "evnt:x"])).toMatchObject({ code: 2, out: "" });
  expect(await waymark(["event", "00000000-0000-4000-8000-999999999999"])).toMatchObject({
    code: 1,
    out: "",
  });
});

it("names the database's fault in a sentence, without the password", async () => {
  const url = "postgresql://someone:secret@127.0.0.1:1/none";
  const child = spawn(process.execPath, [join(PROJECT_ROOT, "bin/waymark.mjs"), "status"], {
    env: { ...process.env, DATABASE_URL: url },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let err = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    err += text;
  });
  const code = await new Promise((resolve) => child.once("close", resolve));
  expect(code).toBe(1);
  expect(err).toContain("127.0.0.1:1");
  expect(err).not.toContain("secret");
});
