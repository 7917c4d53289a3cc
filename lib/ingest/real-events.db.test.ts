import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { buildApp } from "fauxqs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createS3Store } from "#lib/aws/s3-store.ts";
import { hasRealEvents, realEvents, whereReal } from "#lib/cloudtrail/testing/real-events.ts";
import { type Database, openDatabase } from "#lib/db/database.ts";
import { readEvent } from "#lib/db/read-event.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/test-database.ts";
import { logKey, memoryStore } from "#lib/ingest/testing/memory-store.ts";
import { runSource, testSource } from "#lib/ingest/testing/run-source.ts";

/** Records that nobody here wrote, through the whole river. */

const BUCKET = "../shared/data/real-events/invictus/bucket";

/**
 * What becomes of each set. Copies are lines of the same event; the times that are refused were masked by whoever
 * published them.
 */
const EXPECTED: Readonly<Record<string, object>> = {
  "aws-centralized-logging": { events: 4, duplicates: 0, refused: [] },
  "cloud-custodian": { events: 21, duplicates: 2, refused: ["no-event-time"] },
  "cloudtrail-rs": { events: 14, duplicates: 0, refused: [] },
  crowdsec: { events: 7, duplicates: 6, refused: [] },
  "opensearch-catalog": { events: 891, duplicates: 0, refused: [] },
  plaso: { events: 6, duplicates: 0, refused: [] },
  "stratus-red-team": { events: 310, duplicates: 0, refused: [] },
  streamalert: { events: 42, duplicates: 0, refused: ["bad-event-time"] },
  techcadia: { events: 4, duplicates: 0, refused: [] },
  traildiscover: { events: 314, duplicates: 249, refused: [] },
  umccr: { events: 206, duplicates: 0, refused: [] },
};

let database: TestDatabase;
let db: Database;

beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase(database.url);
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

describe.skipIf(!hasRealEvents)(`real events${whereReal}`, () => {
  it("of an attack, from an S3 server over HTTP, are each found again, token for token", async () => {
    const server = buildApp({ logger: false });
    await server.inject({ method: "PUT", url: "/invictus" });
    const files = readdirSync(BUCKET, { recursive: true, encoding: "utf8" }).filter((file) =>
      statSync(join(BUCKET, file)).isFile(),
    );
    for (const file of files) {
      const payload = readFileSync(join(BUCKET, file));
      const url = `/invictus/${relative(".", file)}`;
      const headers = { "content-type": "application/octet-stream" };
      expect((await server.inject({ method: "PUT", url, headers, payload })).statusCode).toBe(200);
    }
    const endpoint = await server.listen({ host: "127.0.0.1", port: 0 });
    process.env["AWS_ACCESS_KEY_ID"] = "test";
    process.env["AWS_SECRET_ACCESS_KEY"] = "test";
    const settings = { bucket: "invictus", region: "us-east-1", endpoint, pathStyle: true };
    const store = createS3Store({ ...settings, profile: null, roleArn: null, externalId: null });
    const { state, progress } = await runSource(db, await testSource(db, "s3://invictus/"), store);
    store.close();
    await server.close();
    expect(state).toBe("done");
    expect(progress).toMatchObject({
      objectsSeen: 55,
      objectsLoaded: 55,
      records: 2900,
      events: 2900,
      refused: 0,
    });
    for (const { text } of realEvents().filter(({ set }) => set === "invictus")) {
      const { eventID } = JSON.parse(text);
      const [detail] = await readEvent(db, eventID);
      expect(JSON.parse(detail?.record ?? "null")).toEqual(JSON.parse(text));
      expect(withoutSpace(detail?.record ?? "")).toBe(withoutSpace(text));
    }
  });

  it("of every other set end as an event or as a counted refusal, each of them known", async () => {
    const lines = realEvents().filter(({ set }) => set !== "invictus");
    const sets = [...new Set(lines.map(({ set }) => set))];
    expect(sets).toEqual(Object.keys(EXPECTED));
    for (const set of sets) {
      const own = lines.filter((line) => line.set === set);
      const body = Buffer.from(own.map(({ text }) => text).join("\n"));
      const name = set.replaceAll("-", "").slice(0, 16);
      const store = memoryStore({ [logKey(name)]: body });
      const { state, progress } = await runSource(db, await testSource(db, set), store);
      expect(state).toBe("done");
      const { records, events, duplicates, refused } = progress;
      expect(records, set).toBe(own.length);
      expect(events + duplicates + refused, set).toBe(own.length);
      const refusals = await db.prisma.refusedRecord.findMany({ where: { key: logKey(name) } });
      expect(refusals, set).toHaveLength(refused);
      const codes = refusals.map(({ code }) => code);
      expect({ events, duplicates, refused: [...new Set(codes)] }, set).toEqual(EXPECTED[set]);
    }
  });
});

/** White space between tokens is the one thing in which the set of lines differs from the objects. */
function withoutSpace(json: string): string {
  return json.replace(/("(?:[^"\\]|\\.)*")|\s+/g, "$1");
}
