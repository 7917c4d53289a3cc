import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readBlast } from "#lib/db/blast/read-blast.ts";
import { countEvents } from "#lib/db/count-events.ts";
import { type Database, openDatabase } from "#lib/db/database.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/test-database.ts";
import { parseBlastSubject } from "#lib/event/blast.ts";
import { blastToCsv } from "#lib/event/blast-csv.ts";
import { readCsv } from "#lib/event/testing/read-csv.ts";
import { runSource, testSource } from "#lib/ingest/testing/run-source.ts";
import { sampleStore } from "#lib/sample/sample-store.ts";
import { sampleTrail } from "#lib/sample/sample-trail.ts";
import { STORIES } from "#lib/sample/stories/stories.ts";
import { DEFAULT_VIEW, toSearch } from "#lib/search/view-url.ts";

/** How far keys, sessions, addresses and people of the sample trail reached. */

const TRAIL = sampleTrail({ seed: 5, events: 10_000, days: 10, end: Date.UTC(2026, 10, 13) });
const ALL_TIME = { from: null, to: null };

let testDatabase: TestDatabase;
let db: Database;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  db = openDatabase(testDatabase.url);
  await runSource(db, await testSource(db, "the trail"), sampleStore(TRAIL));
});
afterAll(async () => {
  await db.close();
  await testDatabase.drop();
});

const fact = (story: string, name: string) => STORIES.find(({ id }) => id === story)?.facts[name] ?? "";

async function blastOf(text: string) {
  const subject = parseBlastSubject(text);
  const blast = subject === null ? null : await readBlast(db, subject, ALL_TIME);
  if (blast === null) throw new Error(`Nothing came of ${text}`);
  return blast;
}

const countOf = async (q: string) =>
  (await countEvents(db, toSearch({ ...DEFAULT_VIEW, q }, Date.now()).search)).count;

describe("a blast radius", () => {
  it("of a leaked key is what was done with it, from everywhere", async () => {
    const key = fact("leaked-key", "key");
    const blast = await blastOf(`key:${key}`);
    expect(blast.nodes).toHaveLength(1);
    expect(blast.nodes[0]).toMatchObject({ parent: null, depth: 0, events: blast.counts.events });
    expect(blast.counts.events).toBe(await countOf(`key:${key}`));
    expect(blast.counts.denied).toBe(await countOf(`key:${key} outcome:denied`));
    expect(blast.resources.every(({ stands, created }) => !stands || created !== null)).toBe(true);
  });

  it("of an address counts of its credentials only what came from there", async () => {
    const address = fact("leaked-key", "address");
    const blast = await blastOf(`ip:${address}`);
    expect(blast.counts.events).toBe(await countOf(`ip:${address}`));
  });

  it("of a person follows the roles that they took, each under the one before", async () => {
    const blast = await blastOf("actor:marek.novak@example.com");
    const admin = blast.nodes.find(({ hop }) => hop.session === fact("off-schedule-stop", "session"));
    expect(admin?.hop.role).toBe(fact("off-schedule-stop", "role"));
    expect(blast.nodes[admin?.parent ?? -1]?.hop.principal.name).toBeDefined();
    expect(blast.resources.map(({ id }) => id)).toContain(fact("off-schedule-stop", "instance"));
    expect(blast.counts.events).toBe(await countOf("actor:marek.novak@example.com"));
    for (const node of blast.nodes.slice(0, 10)) expect(await countOf(node.q)).toBe(node.events);
  });

  it("says what was created and still stands", async () => {
    const blast = await blastOf(`actor:${fact("shared-snapshot", "person")}`);
    const snapshot = blast.resources.find(({ id }) => id === fact("shared-snapshot", "snapshot"));
    expect(snapshot).toMatchObject({ stands: true, deleted: null, created: { eventName: "CreateSnapshot" } });
    expect(blast.resources[0]?.stands).toBe(true);
    const [head, ...lines] = readCsv(blastToCsv(blast));
    expect(lines).toHaveLength(blast.resources.length);
    expect(lines[0]?.[head?.indexOf("stands") ?? -1]).toBe("true");
  });

  it("is nothing for whom nobody knows", async () => {
    for (const text of [
      "key:ASIAUNKNOWNUNKNOWNXX",
      "ip:203.0.113.254",
      "actor:'; drop table event; --",
      "session:*",
    ]) {
      const subject = parseBlastSubject(text);
      expect(subject === null ? null : await readBlast(db, subject, ALL_TIME)).toBeNull();
    }
    expect(parseBlastSubject("nonsense")).toBeNull();
    expect(parseBlastSubject("key:")).toBeNull();
  });
});
