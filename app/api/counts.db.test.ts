import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { GET as getCount } from "#app/api/events/count/route.ts";
import { GET as getFacets } from "#app/api/facets/route.ts";
import { GET as getHistogram } from "#app/api/histogram/route.ts";
import { database } from "#lib/db/database.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/test-database.ts";
import { logKey, logObjectOf, memoryStore } from "#lib/ingest/testing/memory-store.ts";
import { runSource, testSource } from "#lib/ingest/testing/run-source.ts";

/** The routes that count, called as Next calls them. */

let testDatabase: TestDatabase;

const call = (number: number, eventName: string, more: object = {}) => ({
  eventVersion: "1.08",
  eventID: `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`,
  eventTime: `2026-11-12T14:3${number}:00Z`,
  eventName,
  eventSource: "ec2.amazonaws.com",
  awsRegion: "eu-west-1",
  readOnly: eventName.startsWith("Describe"),
  userIdentity: { type: "IAMUser", userName: "alice" },
  ...more,
});

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  vi.stubEnv("DATABASE_URL", testDatabase.url);
  const body = logObjectOf([
    call(1, "StopInstances"),
    call(2, "StopInstances", { errorCode: "Client.UnauthorizedOperation" }),
    call(3, "StartInstances"),
    call(4, "DescribeInstances"),
    call(5, "DescribeInstances"),
    call(6, "DescribeInstances"),
  ]);
  await runSource(database(), await testSource(database()), memoryStore({ [logKey("one")]: body }));
});
afterAll(async () => {
  await database().close();
  Reflect.deleteProperty(globalThis, "waymarkDatabase");
  vi.unstubAllEnvs();
  await testDatabase.drop();
});

async function ask(route: (request: Request) => Promise<Response>, query: string) {
  const response = await route(new Request(`http://localhost/api/x?${query}`));
  return { status: response.status, body: await response.json() };
}

describe("GET /api/facets", () => {
  it("gives the top values of the fields asked for, in their order", async () => {
    const { status, body } = await ask(getFacets, "field=event&field=error&limit=2");
    expect(status).toBe(200);
    expect(body.facets).toEqual([
      {
        field: "event",
        values: [
          { value: "DescribeInstances", count: 3 },
          { value: "StopInstances", count: 2 },
        ],
        none: 0,
        distinct: 3,
        exact: true,
        examined: null,
      },
      {
        field: "error",
        values: [{ value: "Client.UnauthorizedOperation", count: 1 }],
        none: 5,
        distinct: 1,
        exact: true,
        examined: null,
      },
    ]);
  });

  it("counts a field without the search's own filter on it", async () => {
    const { body } = await ask(getFacets, "q=event:StopInstances&field=event&field=outcome");
    expect(body.facets[0].values.map(({ count }: { count: number }) => count)).toEqual([3, 2, 1]);
    expect(body.facets[1].values).toEqual([
      { value: "denied", count: 1 },
      { value: "success", count: 1 },
    ]);
  });

  it("lists only values that contain a text, where asked", async () => {
    const { body } = await ask(getFacets, "field=eventName&search=stop");
    expect(body.facets[0]).toMatchObject({ values: [{ value: "StopInstances", count: 2 }], distinct: 1 });
  });

  it("offers every facetable field unless some are named", async () => {
    const { body } = await ask(getFacets, "");
    expect(body.facets.length).toBeGreaterThan(14);
  });

  it.each([
    ["field=nonsense", "field"],
    ["field=resource", "field"],
    ["limit=0", "limit"],
    ["limit=many", "limit"],
    ["q=event:(", "q"],
    ["from=yesterday-ish", "from"],
  ])("names what is wrong with ?%s", async (query, parameter) => {
    const { status, body } = await ask(getFacets, query);
    expect(status).toBe(400);
    expect(body.code).toBe("bad-query");
    expect(body.problems[0].parameter).toBe(parameter);
  });
});

describe("GET /api/histogram", () => {
  it("covers the range without a gap, reads, writes and errors apart", async () => {
    const { status, body } = await ask(
      getHistogram,
      "from=2026-11-12T14:00:00Z&to=2026-11-12T15:00:00Z&buckets=12",
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({ bucketSeconds: 300, exact: true, examined: null });
    expect(body.buckets.length).toBe(12);
    expect(body.buckets[6]).toEqual({ start: "2026-11-12T14:30:00.000Z", read: 1, write: 2, error: 1 });
    expect(body.buckets[7]).toEqual({ start: "2026-11-12T14:35:00.000Z", read: 2, write: 0, error: 0 });
  });

  it("covers what is loaded where the range has no bounds", async () => {
    const { body } = await ask(getHistogram, "q=StopInstances");
    expect(body.bucketSeconds).toBe(5);
    const sum = body.buckets.reduce((all: number, bucket: { write: number; error: number }) => {
      return all + bucket.write + bucket.error;
    }, 0);
    expect(sum).toBe(2);
  });

  it("refuses a number of buckets that it cannot keep to", async () => {
    expect((await ask(getHistogram, "buckets=1000")).body.problems[0].parameter).toBe("buckets");
  });
});

describe("GET /api/events/count", () => {
  it.each([
    ["", 6],
    ["q=event:StopInstances", 2],
    ["q=event:StopInstances is:denied", 1],
    ["q=-event:StopInstances", 4],
    ["q=error:*", 1],
    ["q=-error:*", 5],
    ["q=StopInstances", 2],
    ["q=event:NoSuchEvent", 0],
    ["from=2026-11-12T14:32:00Z&to=2026-11-12T14:34:00Z", 2],
  ])("?%s is %d", async (query, count) => {
    expect((await ask(getCount, query)).body).toEqual({ count, exact: true });
  });
});
