import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { IndexedRecord } from "#lib/cloudtrail/indexed-record.ts";
import { readActor } from "#lib/db/actors/read-actor.ts";
import { countEvents } from "#lib/db/count-events.ts";
import { readSession } from "#lib/db/credentials/read-session.ts";
import { type Database, openDatabase } from "#lib/db/database.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/test-database.ts";
import type { ActorProfile } from "#lib/event/actor/actor-profile.ts";
import { gatherRecords } from "#lib/ingest/testing/gather-records.ts";
import { runSource, testSource } from "#lib/ingest/testing/run-source.ts";
import { sampleStore } from "#lib/sample/sample-store.ts";
import { sampleTrail } from "#lib/sample/sample-trail.ts";
import { offScheduleStop } from "#lib/sample/stories/off-schedule-stop.ts";
import { parseQuery } from "#lib/search/parse-query.ts";

/** The pages of actors and sessions, against sums over every record of the sample. */

const TRAIL = sampleTrail({ seed: 11, events: 12_000, days: 20, end: Date.UTC(2026, 10, 23) });
const ALL = { from: null, to: null };
const PATIENT = { scanTime: 60_000 };
const OPERATOR = offScheduleStop.facts["session"] ?? "";
const MAREK = "marek.novak@example.com";

let database: TestDatabase;
let db: Database;
let records: readonly IndexedRecord[];

beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase(database.url);
  await runSource(db, await testSource(db, "the trail"), sampleStore(TRAIL));
  records = [...gatherRecords(TRAIL, "the trail").values()].map(({ record }) => record);
}, 120_000);
afterAll(async () => {
  await db.close();
  await database.drop();
});

async function profileOf(
  name: string,
  isRole = false,
  range: { from: number | null; to: number | null } = ALL,
): Promise<ActorProfile> {
  const profile = await readActor(db, { name, isRole, range, ...PATIENT });
  if (profile === null) throw new Error(`nothing of ${name}`);
  return profile;
}

function sums<T>(of: readonly T[], read: (one: T) => string | null): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const one of of) {
    const value = read(one);
    if (value !== null) counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
}

const counted = (seen: readonly { value: string; count: number }[]) =>
  Object.fromEntries(seen.map(({ value, count }) => [value, count]));

describe("an actor's page", () => {
  it.each([
    ["AppServerRole", true],
    ["DatadogIntegrationRole", false],
    ["svc-backup", false],
    ["ec2.amazonaws.com", false],
    ["root", false],
  ])("of %s counts what the records hold", async (name, isRole) => {
    const profile = await profileOf(name, isRole);
    const own = records
      .map(({ event }) => event)
      .filter(({ actor }) => (isRole ? actor.role : actor.name) === name)
      .filter(({ eventTime }) => eventTime >= profile.from && eventTime < profile.to);
    expect(own.length).toBeGreaterThan(0);
    expect(profile.told).toEqual({ events: own.length, isWhole: true });
    expect(profile.activity).toMatchObject({ events: own.length, isExact: true, grain: "hour" });
    expect(counted(profile.services)).toEqual(sums(own, ({ eventSource }) => eventSource));
    expect(counted(profile.accounts)).toEqual(sums(own, ({ account }) => account));
    expect(counted(profile.regions)).toEqual(sums(own, ({ region }) => region));
    expect(counted(profile.addresses)).toEqual(sums(own, ({ sourceIp }) => sourceIp));
    expect(counted(profile.errors)).toEqual(sums(own, ({ errorCode }) => errorCode));
    expect(
      Object.fromEntries(profile.calls.map((one) => [`${one.service} ${one.value}`, one.count])),
    ).toEqual(sums(own, ({ eventSource, eventName }) => `${eventSource} ${eventName}`));
    const hours = profile.activity.cells.map(({ start, read, write, error }) => [
      start,
      read + write + error,
    ]);
    expect(Object.fromEntries(hours)).toEqual(
      sums(own, ({ eventTime }) => `${eventTime.slice(0, 13)}:00:00.000Z`),
    );
    const times = own.map(({ eventTime }) => eventTime).sort();
    expect(profile.services.map(({ first }) => first).sort()[0]).toBe(times[0]);
    expect(
      profile.services
        .map(({ last }) => last)
        .sort()
        .at(-1),
    ).toBe(times.at(-1));
    expect(profile.denied).toBe(own.filter(({ outcome }) => outcome === "denied").length);
  });

  it("of a person agrees with the list, roles included", async () => {
    const profile = await profileOf(MAREK);
    const range = { from: Date.parse(profile.from), to: Date.parse(profile.to) };
    const { count } = await countEvents(db, { where: parseQuery(profile.q).where, range });
    expect(profile.told).toEqual({ events: count, isWhole: true });
    expect(profile.activity.events).toBe(count);
    expect(profile.kinds.map(({ kind }) => kind)).toContain("role");
    expect(profile.roles.map(({ value }) => value)).toContain("OpsAdmin");
    expect(profile.assumes.with.map(({ name }) => name)).toEqual(["arn:aws:iam::444455556666:role/OpsAdmin"]);
  });

  it("holds as much by itself as the last 30 days that the explorer counts", async () => {
    const own = await profileOf("svc-backup");
    const now = Date.parse(own.loadedTo) + 60_000;
    const range = { from: now - 30 * 86_400_000, to: now };
    expect(Date.parse(own.from)).toBeLessThanOrEqual(range.from);
    const { count } = await countEvents(db, { where: parseQuery(own.q).where, range });
    expect(own.told.events).toBe(count);
  });

  it("says why calls were denied, in AWS's words", async () => {
    const { refusals, calls } = await profileOf(MAREK);
    expect(refusals.length).toBeGreaterThan(0);
    for (const { event, count, reason, service } of refusals) {
      expect(reason).toMatch(/not authorized|denied/i);
      expect(calls.find((one) => one.value === event && one.service === service)?.denied).toBe(count);
    }
  });

  it("says what is new against the days before, and says nothing where they are not loaded", async () => {
    const night = { from: Date.UTC(2026, 10, 19), to: Date.UTC(2026, 10, 20) };
    const profile = await profileOf(MAREK, false, night);
    expect(profile.before).toMatchObject({ isKnown: true, isWhole: true });
    expect(profile.addresses.find(({ value }) => value === offScheduleStop.facts["address"])?.isNew).toBe(
      true,
    );
    const earlier = records.filter(({ event }) => event.eventTime < profile.from).map(({ event }) => event);
    for (const { value, isNew } of profile.regions) {
      const isKnown = earlier.some(({ actor, region }) => actor.name === MAREK && region === value);
      expect([value, isNew]).toEqual([value, !isKnown]);
    }
    const all = await profileOf(MAREK);
    expect(all.before.isKnown).toBe(false);
    expect(new Set(all.services.map(({ isNew }) => isNew))).toEqual(new Set([null]));
  });

  it("tells who assumed a role, and whose its sessions are", async () => {
    const { assumedBy, sessions, policy } = await profileOf("OpsAdmin", true);
    expect(assumedBy?.with.map(({ name, count }) => [name, count])).toEqual([[MAREK, 1]]);
    expect(sessions).toMatchObject([{ session: OPERATOR, origin: { name: MAREK, grade: "exact" } }]);
    expect(policy.document.Statement).toEqual([
      {
        Sid: "Ec2",
        Effect: "Allow",
        Action: ["ec2:DescribeInstances", "ec2:StopInstances"],
        Resource: "*",
      },
    ]);
  });

  it("is made of the newest events where reading all would take too long, and says so", async () => {
    const profile = await readActor(db, {
      name: "DatadogIntegrationRole",
      isRole: false,
      range: ALL,
      scanTime: 0,
    });
    expect(profile?.told.isWhole).toBe(false);
    expect(profile?.activity.isExact).toBe(true);
    expect(profile?.told.events).toBeLessThan(profile?.activity.events ?? 0);
    expect(profile?.policy.unknowns[0]).toContain("Older calls");
  });

  it("is not there for a name that no event has", async () => {
    expect(await readActor(db, { name: "nobody-at-all", isRole: false, range: ALL })).toBeNull();
  });
});

describe("a session's page", () => {
  it("tells the night's stop: who was behind it, how they came, what they did", async () => {
    const stop = records.find(
      ({ event }) => event.eventName === "StopInstances" && event.actor.session === OPERATOR,
    );
    const { who, story } = await readSession(db, stop?.event.actor.accessKeyId ?? "");
    expect(who.origin).toMatchObject({ kind: "person", name: MAREK });
    expect(who.hops.at(-1)?.provedBy?.eventName).toBe("AssumeRole");
    expect(story?.steps.map(({ eventName, count }) => [eventName, count])).toEqual([
      ["DescribeInstances", 1],
      ["StopInstances", 1],
    ]);
    expect(story?.changed).toMatchObject([
      { id: offScheduleStop.facts["instance"], calls: ["StopInstances"] },
    ]);
    const sessionId = who.hops.at(-1)?.sessionId ?? "";
    expect((await readSession(db, sessionId)).story).toEqual(story);
    const range = { from: Date.parse(story?.from ?? ""), to: Date.parse(story?.to ?? "") };
    expect(await countEvents(db, { where: parseQuery(story?.q ?? "").where, range })).toMatchObject({
      count: 2,
    });
  });

  it("reads a third party's run as one story", async () => {
    const run = records.find(
      ({ event }) => event.eventName === "StopInstances" && event.actor.session?.startsWith("skeddly-"),
    );
    const { who, story } = await readSession(db, run?.event.actor.accessKeyId ?? "");
    expect(who.hops.at(-1)).toMatchObject({ role: "SkeddlyAccess", grade: "exact" });
    expect(story?.steps.map(({ eventName }) => eventName)).toEqual(["DescribeInstances", "StopInstances"]);
    expect(story?.changed).toHaveLength(3);
  });

  it("of a long-lived key counts what the records hold", async () => {
    const key =
      records.map(({ event }) => event.actor.accessKeyId).find((id) => id?.startsWith("AKIA")) ?? "";
    const own = records.map(({ event }) => event).filter(({ actor }) => actor.accessKeyId === key);
    const { story } = await readSession(db, key);
    expect(story?.events).toEqual({ count: own.length, isExact: true });
    expect(story?.told).toBe(own.length);
    expect(counted(story?.services ?? [])).toEqual(sums(own, ({ eventSource }) => eventSource));
    expect(story?.steps.reduce((sum, { count }) => sum + count, 0)).toBe(own.length);
    expect(story?.steps.map(({ first }) => first)).toEqual(story?.steps.map(({ first }) => first).sort());
  });
});
