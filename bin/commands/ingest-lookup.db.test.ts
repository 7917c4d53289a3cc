import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ingest } from "#bin/commands/ingest.ts";
import { capturedSession } from "#bin/commands/testing/captured-session.ts";
import { stubAwsEnvironment } from "#lib/aws/testing/aws-environment.ts";
import {
  answerLookupError,
  type LookupServer,
  recordsUpTo,
  startLookupServer,
} from "#lib/aws/testing/lookup-server.ts";
import { type Database, openDatabase } from "#lib/db/database.ts";
import { findSourceByName } from "#lib/db/sources/find-source.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/test-database.ts";

/** The command over a server that speaks LookupEvents, at the real pace of two calls a second. */

const DAY = 86_400_000;
const END = Math.floor(Date.now() / DAY - 2) * DAY - 1_000;
const LAST = new Date(END).toISOString().slice(0, 10);

let server: LookupServer;
let isDenied = false;
let database: TestDatabase;
let db: Database;

beforeEach(async () => {
  stubAwsEnvironment();
  isDenied = false;
  server = await startLookupServer({
    events: { "eu-west-1": recordsUpTo(END, 30, 60_000) },
    interfere(_, response) {
      if (isDenied) answerLookupError(response, "AccessDeniedException", "User: x is not authorized");
      return isDenied;
    },
  });
  database = await createTestDatabase();
  db = openDatabase(database.url);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await server.stop();
  await db.close();
  await database.drop();
});

async function run(...args: string[]) {
  const { session, out, err } = capturedSession(db);
  return { code: await ingest(["lookup", ...args], session), out: out(), err: err() };
}

it("loads what is looked up, says what was passed by, and goes on from there", async () => {
  const place = [
    "--region",
    "ap-east-1",
    "--region",
    "eu-west-1",
    "--endpoint",
    server.endpoint,
    "--from",
    LAST,
  ];
  const first = await run(...place, "--to", LAST);
  expect(first).toMatchObject({
    code: 0,
    out: "2 objects: 1 loaded, 0 there already, 1 skipped, 0 failed\n30 records: 30 new events, 0 loaded before, 0 refused\n",
  });
  expect(first.err).toContain(
    "Skipped: 111122223333/ap-east-1: The region ap-east-1 is not enabled in this account.",
  );
  expect(first.err).toContain("recorded in us-east-1 only");
  expect(first.err).toContain(`Events from ${LAST} to ${LAST}, in this and later runs of the source.`);

  const again = await run();
  expect(again.out).toContain("2 objects: 0 loaded, 1 there already, 1 skipped, 0 failed");
  expect(await findSourceByName(db, "lookup://default")).toMatchObject({
    settings: { kind: "lookup", regions: ["ap-east-1", "eu-west-1"], from: LAST, to: LAST },
  });
});

it("ends with the smallest policy where it is denied", async () => {
  isDenied = true;
  const { code, err } = await run("--region", "eu-west-1", "--endpoint", server.endpoint);
  expect(code).toBe(1);
  expect(err).toContain("Access denied: events of eu-west-1 may not be looked up.");
  expect(err).toContain('"Action": "cloudtrail:LookupEvents"');
});

it("asks which regions where none was ever named", async () => {
  await expect(run()).rejects.toThrow(
    "Say which regions: --region us-east-1 --region eu-west-1, or --all-regions.",
  );
});
