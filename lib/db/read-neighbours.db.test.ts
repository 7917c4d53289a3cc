import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "#lib/db/database.ts";
import { listEvents } from "#lib/db/list-events.ts";
import { readNeighbours } from "#lib/db/read-neighbours.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/test-database.ts";
import type { Event } from "#lib/event/event.ts";
import { runSource, testSource } from "#lib/ingest/testing/run-source.ts";
import { sampleStore } from "#lib/sample/sample-store.ts";
import { sampleTrail } from "#lib/sample/sample-trail.ts";
import { neighbourhoodsOf } from "#lib/search/neighbourhoods.ts";
import { toSearch } from "#lib/search/view-url.ts";

const TRAIL = sampleTrail({ seed: 7, events: 10_000, days: 10, end: Date.UTC(2026, 10, 13) });

let database: TestDatabase;
let db: Database;

beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase(database.url);
  await runSource(db, await testSource(db, "the trail"), sampleStore(TRAIL));
}, 120_000);
afterAll(async () => {
  await db.close();
  await database.drop();
});

async function list(q: string, from: string | null = null, to: string | null = null, limit = 500) {
  const { search } = toSearch({ q, from, to }, 0);
  const { events } = await listEvents(db, {
    search,
    order: "asc",
    limit,
    cursor: null,
    fingerprint: "abcdefghijklmn",
  });
  return events;
}

const at = (event: Event, offset: number) => new Date(Date.parse(event.eventTime) + offset).toISOString();

const distance = (one: Event, other: Event) =>
  Math.abs(Date.parse(one.eventTime) - Date.parse(other.eventTime));

describe("what lies around an event", () => {
  it("is the nearest of what each search finds, without the event, oldest first", async () => {
    const some = await list("is:write", null, null, 40);
    let compared = 0;
    for (const event of some) {
      const found = await readNeighbours(db, event);
      for (const { kind, q, from, to } of neighbourhoodsOf(event)) {
        const all = (await list(q, from, to)).filter(({ eventId }) => eventId !== event.eventId);
        if (all.length >= 499) continue;
        const got = found.find((one) => one.kind === kind);
        expect(got?.events.length ?? 0).toBe(Math.min(10, all.length));
        expect(got?.isMore ?? false).toBe(all.length > 10);
        const nearest = all.map((other) => distance(other, event)).toSorted((one, other) => one - other);
        const gotDistances = (got?.events ?? []).map((other) => distance(other, event));
        expect(gotDistances.toSorted((one, other) => one - other)).toEqual(nearest.slice(0, 10));
        const times = (got?.events ?? []).map(({ eventTime }) => eventTime);
        expect(times).toEqual(times.toSorted());
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(40);
  });

  it("has who is behind each, as the list has it", async () => {
    const [visit] = await list("event:UserAuthentication", null, null, 1);
    if (visit === undefined) throw new Error("nobody signs in at the portal in this trail");
    const found = (await readNeighbours(db, visit)).flatMap(({ events }) => events);
    const listed = new Map(
      (await list("", at(visit, -86_400_000), at(visit, 86_400_000))).map((event) => [event.eventId, event]),
    );
    const known = found.filter(({ eventId }) => listed.has(eventId));
    expect(known.filter(({ eventName }) => eventName === "CredentialVerification")).not.toEqual([]);
    for (const { eventId, actor } of known) expect(actor).toEqual(listed.get(eventId)?.actor);
    const [portal] = known.filter(({ eventName }) => eventName === "CredentialVerification");
    expect(portal?.actor.origin).toMatchObject({ kind: "person", name: expect.stringContaining("@") });
  });
});
