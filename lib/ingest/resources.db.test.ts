import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countEvents } from "#lib/db/count-events.ts";
import { type Database, openDatabase } from "#lib/db/database.ts";
import { listEvents } from "#lib/db/list-events.ts";
import { readResource } from "#lib/db/resources/read-resource.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/test-database.ts";
import { runSource, testSource } from "#lib/ingest/testing/run-source.ts";
import { sampleStore } from "#lib/sample/sample-store.ts";
import { sampleTrail } from "#lib/sample/sample-trail.ts";
import { STORIES } from "#lib/sample/stories/stories.ts";
import { DEFAULT_VIEW, toSearch } from "#lib/search/view-url.ts";

/** What the sample trail tells of resources. */

const TRAIL = sampleTrail({ seed: 5, events: 10_000, days: 10, end: Date.UTC(2026, 10, 13) });

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

const fact = (story: string, name: string): string => {
  const found = STORIES.find(({ id }) => id === story)?.facts[name];
  if (found === undefined) throw new Error(`The story ${story} has no ${name}`);
  return found;
};

async function storyOf(id: string, hints: { type?: string; account?: string } = {}) {
  const story = await readResource(db, { id, type: hints.type ?? null, account: hints.account ?? null });
  if (story === null) throw new Error(`Nothing is told of ${id}`);
  return story;
}

const search = (q: string) => toSearch({ ...DEFAULT_VIEW, q }, Date.now()).search;

describe("a resource", () => {
  it("is told from its creation to what became of it", async () => {
    const story = await storyOf(fact("shared-snapshot", "snapshot"));
    expect(story).toMatchObject({
      type: "AWS::EC2::Snapshot",
      region: "eu-west-1",
      standing: "standing",
      choices: [],
    });
    expect(story.lives.map(({ life, event }) => [life, event.eventName])).toEqual([
      ["created", "CreateSnapshot"],
    ]);
    expect(story.lives[0]?.event.actor.origin?.name).toBe(fact("shared-snapshot", "person"));
    const calls = story.changes.items.map(({ event }) => event.eventName);
    expect(calls).toEqual(["SharedSnapshotVolumeCreated", "ModifySnapshotAttribute", "CreateSnapshot"]);
    const shared = story.changes.items[1]?.parameters.find(({ path }) => path.endsWith("userId"));
    expect(shared).toEqual({
      path: "createVolumePermission.add.items.userId",
      before: null,
      after: [fact("shared-snapshot", "sharedWith")],
    });
    expect(story.readers.items.map(({ calls: read }) => read)).toEqual([["DescribeSnapshotAttribute"]]);
    expect(story.related[0]).toMatchObject({
      id: fact("shared-snapshot", "volume"),
      relation: "made-from",
      isExact: true,
    });
  });

  it("is one by its id and by its ARN", async () => {
    const id = fact("shared-snapshot", "volume");
    const byId = await storyOf(id);
    const byArn = await storyOf(`arn:aws:ec2:eu-west-1:${byId.account}:volume/${id}`);
    expect(byArn.changes.items).toEqual(byId.changes.items);
    expect(byId.related[0]).toMatchObject({ relation: "made-into", id: fact("shared-snapshot", "snapshot") });
  });

  it("has figures that are those of the explorer", async () => {
    const page = await listEvents(db, {
      search: search("is:write resource:*"),
      order: "desc",
      limit: 200,
      cursor: null,
      fingerprint: "",
    });
    const ids = new Set(page.events.flatMap(({ resources }) => resources.slice(0, 2).map(({ id }) => id)));
    for (const id of [...ids].slice(0, 25)) {
      const story = await storyOf(id);
      const count = async (q: string) => (await countEvents(db, search(q))).count;
      expect([id, await count(story.changes.q)]).toEqual([id, story.changes.looked]);
      expect([id, await count(story.readers.q)]).toEqual([id, story.readers.looked]);
      for (const reader of story.readers.items.slice(0, 3)) {
        if (reader.event.actor.origin?.kind === "person") expect(await count(reader.q)).toBe(reader.count);
      }
      for (const one of story.related.slice(0, 3)) expect(await count(one.q)).toBe(one.count);
    }
  });

  it("asks which is meant where one name stands for several, and then tells of that one", async () => {
    const roles = await listEvents(db, {
      search: search("event:AssumeRole resourceType:AWS::IAM::Role"),
      order: "desc",
      limit: 500,
      cursor: null,
      fingerprint: "",
    });
    const accounts = new Map<string, Set<string>>();
    for (const id of roles.events.flatMap(({ resources }) => resources.map((one) => one.id))) {
      const found = /^arn:aws:iam::(\d+):role\/(?:.*\/)?([^/]+)$/.exec(id);
      if (found === null) continue;
      const [, account = "", name = ""] = found;
      accounts.set(name, (accounts.get(name) ?? new Set()).add(account));
    }
    const [name, homes] = [...accounts].find(([, found]) => found.size > 1) ?? ["", new Set<string>()];
    expect(name).not.toBe("");
    const all = await storyOf(name);
    expect(all.standing).toBe("several");
    expect(all.choices.length).toBeGreaterThanOrEqual(homes.size);
    const [account = ""] = homes;
    const one = await storyOf(name, { type: "AWS::IAM::Role", account });
    expect(one).toMatchObject({ account, type: "AWS::IAM::Role", choices: [] });
    expect(one.readers.looked + one.changes.looked).toBeLessThan(all.readers.looked + all.changes.looked);
  });

  it("is nothing where no event names it, whatever its name", async () => {
    for (const id of [
      "i-00000000000000000",
      "'; drop table event; --",
      "*",
      "%",
      "\u202e",
      "arn:aws:s3:::",
    ]) {
      expect(await readResource(db, { id, type: null, account: null })).toBeNull();
    }
  });
});
