import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { GET as getActor } from "#app/api/actors/[name]/route.ts";
import { ActorSchema } from "#app/api/contract/actor-schemas.ts";
import { EventDetailSchema, EventPageSchema } from "#app/api/contract/event-schemas.ts";
import { GET as getEvent } from "#app/api/events/[eventId]/route.ts";
import { GET as getExport } from "#app/api/events/export/route.ts";
import { GET as getEvents } from "#app/api/events/route.ts";
import { GET as getSession } from "#app/api/sessions/[session]/route.ts";
import { database } from "#lib/db/database.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/test-database.ts";
import { writeMmdb } from "#lib/geo/testing/write-mmdb.ts";
import { runSource, testSource } from "#lib/ingest/testing/run-source.ts";
import { sampleStore } from "#lib/sample/sample-store.ts";
import { sampleTrail } from "#lib/sample/sample-trail.ts";

/** Where addresses are, from a file of networks to the answers over HTTP. */

const TRAIL = sampleTrail({ seed: 5, events: 10_000, days: 10, end: Date.UTC(2026, 10, 13) });

let testDatabase: TestDatabase;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "waymark-places-"));
  const sweden = { country: { iso_code: "SE", names: { en: "Sweden" } } };
  const example = { autonomous_system_number: 64_500, autonomous_system_organization: "=cmd|<b>Example" };
  const country = join(folder, "country.bin");
  writeFileSync(country, writeMmdb({ type: "Test-Country", networks: [["203.0.113.0/24", sweden]] }));
  writeFileSync(
    join(folder, "asn.mmdb"),
    writeMmdb({ type: "Test-ASN", networks: [["203.0.113.0/24", example]] }),
  );
  testDatabase = await createTestDatabase();
  vi.stubEnv("DATABASE_URL", testDatabase.url);
  vi.stubEnv("WAYMARK_DATA", folder);
  vi.stubEnv("WAYMARK_MMDB", country);
  await runSource(database(), await testSource(database(), "the trail"), sampleStore(TRAIL));
});
afterAll(async () => {
  await database().close();
  Reflect.deleteProperty(globalThis, "waymarkDatabase");
  Reflect.deleteProperty(globalThis, "waymarkAddresses");
  vi.unstubAllEnvs();
  await testDatabase.drop();
  rmSync(folder, { recursive: true, force: true });
});

const ask = (path: string) => new Request(`http://localhost${path}`);

const SWEDEN = {
  kind: "documentation",
  country: { code: "SE", name: "Sweden" },
  city: null,
  network: { number: 64_500, organization: "=cmd|<b>Example" },
  aws: null,
};

it("stands beside the address of every event, and never in its place", async () => {
  const page = EventPageSchema.parse(await (await getEvents(ask("/api/events?limit=500"))).json());
  expect(page.events).toHaveLength(500);
  const swedish = page.events.filter(({ sourceIp }) => sourceIp?.startsWith("203.0.113."));
  const others = page.events.filter(
    ({ sourceIp }) => sourceIp !== null && !sourceIp.startsWith("203.0.113."),
  );
  expect(swedish.length).toBeGreaterThan(10);
  expect(others.length).toBeGreaterThan(10);
  for (const { place } of swedish) expect(place).toEqual(SWEDEN);
  for (const { place } of others) expect(place).toMatchObject({ country: null, network: null });
  for (const { sourceIp, place } of page.events) expect(place === null).toBe(sourceIp === null);

  const eventId = swedish[0]?.eventId ?? "";
  const answer = await getEvent(ask(`/api/events/${eventId}`), { params: Promise.resolve({ eventId }) });
  const { event } = EventDetailSchema.parse(await answer.json());
  expect(event).toEqual(swedish[0]);
});

it("is told of the addresses of actors and sessions", async () => {
  const profile = ActorSchema.parse(
    await (await getActor(ask("/api/actors/marek.novak@example.com"))).json(),
  );
  expect(profile.addresses.find(({ value }) => value === "203.0.113.14")).toMatchObject(SWEDEN);
  const found = await getEvents(ask("/api/events?q=key:ASIA*%20ip:203.0.113.0/24&limit=1"));
  const key = EventPageSchema.parse(await found.json()).events[0]?.actor.accessKeyId;
  const { story } = await (await getSession(ask(`/api/sessions/${key}`))).json();
  expect(story.addresses).toContainEqual(expect.objectContaining(SWEDEN));
});

it("is no part of what is exported", async () => {
  for (const format of ["csv", "ndjson", "json"]) {
    const file = await (
      await getExport(ask(`/api/events/export?format=${format}&q=ip:203.0.113.0/24`))
    ).text();
    expect(file).toContain("203.0.113.");
    expect(file).not.toContain("Sweden");
    expect(file).not.toContain('"place"');
  }
});

it("a file that was put there since is read without a restart", async () => {
  const oslo = { country_code: "NO", city: "Oslo" };
  writeFileSync(
    join(folder, "city.mmdb"),
    writeMmdb({ type: "City", networks: [["198.51.100.0/24", oslo]] }),
  );
  const answer = async () => {
    const page = await getEvents(ask("/api/events?q=ip:198.51.100.0/24&limit=1"));
    return EventPageSchema.parse(await page.json()).events[0]?.place?.city;
  };
  await expect.poll(answer, { timeout: 10_000 }).toBe("Oslo");
});
