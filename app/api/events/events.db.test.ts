import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { GET as getCount } from "#app/api/events/count/route.ts";
import { GET as getExport } from "#app/api/events/export/route.ts";
import { GET as getEvents } from "#app/api/events/route.ts";
import { GET as getHealth } from "#app/api/health/route.ts";
import { connect } from "#lib/db/connect.ts";
import { database } from "#lib/db/database.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/test-database.ts";
import { runSource, testSource } from "#lib/ingest/testing/run-source.ts";
import { sampleStore } from "#lib/sample/sample-store.ts";
import { sampleTrail } from "#lib/sample/sample-trail.ts";

/** The routes over events, called as Next calls them. */

const TRAIL = sampleTrail({ seed: 3, events: 10_000, days: 10, end: Date.UTC(2026, 10, 13) });

let testDatabase: TestDatabase;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  vi.stubEnv("DATABASE_URL", testDatabase.url);
  await runSource(database(), await testSource(database(), "the trail"), sampleStore(TRAIL));
}, 120_000);
afterEach(() => vi.stubEnv("DATABASE_URL", testDatabase.url));
afterAll(async () => {
  await forget();
  vi.unstubAllEnvs();
  await testDatabase.drop();
});

/** The next request opens the database anew. */
async function forget(): Promise<void> {
  await database().close();
  Reflect.deleteProperty(globalThis, "waymarkDatabase");
}

type Route = (request: Request) => Promise<Response>;

async function ask(route: Route, query: string, signal?: AbortSignal) {
  const request = new Request(`http://localhost/api?${query}`, signal === undefined ? {} : { signal });
  const response = await route(request);
  return { status: response.status, json: await response.json() };
}

const idsOf = (json: { readonly events: readonly { readonly eventId: string }[] }) =>
  json.events.map(({ eventId }) => eventId);

describe("pages", () => {
  for (const order of ["desc", "asc"]) {
    it(`lead on and back by their markers, ${order}`, async () => {
      const query = `q=service:iam&order=${order}&limit=7`;
      const first = (await ask(getEvents, query)).json;
      expect(first.prevCursor).toBeNull();
      const second = (await ask(getEvents, `${query}&cursor=${first.nextCursor}`)).json;
      const back = (await ask(getEvents, `${query}&cursor=${second.prevCursor}`)).json;
      expect(idsOf(back)).toEqual(idsOf(first));
      const both = (await ask(getEvents, `q=service:iam&order=${order}&limit=14`)).json;
      expect([...idsOf(first), ...idsOf(second)]).toEqual(idsOf(both));
    });
  }

  it("hold 50 events, or from 1 to 500", async () => {
    expect(idsOf((await ask(getEvents, "")).json)).toHaveLength(50);
    expect(idsOf((await ask(getEvents, "limit=1")).json)).toHaveLength(1);
    expect(idsOf((await ask(getEvents, "limit=500")).json)).toHaveLength(500);
    for (const limit of ["0", "501", "-1", "1.5", "many"]) {
      const { status, json } = await ask(getEvents, `limit=${limit}`);
      expect({ status, code: json.code }).toEqual({ status: 400, code: "bad-query" });
      expect(json.problems).toMatchObject([{ parameter: "limit" }]);
    }
  });

  it("name everything that is wrong, with its place, and take no marker of another search", async () => {
    const { json } = await ask(getEvents, "q=event:(A%20OR&from=yesterday&order=up");
    const wrong = json.problems.map(({ parameter }: { readonly parameter: string }) => parameter);
    expect(new Set(wrong)).toEqual(new Set(["q", "from", "order"]));
    const { nextCursor } = (await ask(getEvents, "q=is:write&limit=1")).json;
    const other = await ask(getEvents, `q=is:read&limit=1&cursor=${nextCursor}`);
    expect(other).toMatchObject({ status: 400, json: { problems: [{ parameter: "cursor" }] } });
  });

  it("tell what was loaded", async () => {
    const { json } = await ask(getEvents, "q=event:NoSuch");
    expect(json.coverage).toMatchObject({ sources: 1, syncing: false, place: null });
    expect(json.coverage.totalEvents).toBe((await ask(getCount, "")).json.count);
  });
});

describe("a search that waits for the database", () => {
  it("is stopped after ten seconds with what to do about it", { timeout: 30_000 }, async () => {
    const unlock = await lockEvents();
    try {
      const began = performance.now();
      const { status, json } = await ask(getEvents, "q=is:write");
      expect(performance.now() - began).toBeLessThan(15_000);
      expect(status).toBe(504);
      expect(json).toMatchObject({
        code: "query-timeout",
        title: "The search took too long and was stopped.",
        remedy: "Narrow the time range or add a filter.",
      });
    } finally {
      await unlock();
    }
  });

  it("is counted as far as the time allows", { timeout: 30_000 }, async () => {
    const unlock = await lockEvents();
    setTimeout(unlock, 2_300);
    const { status, json } = await ask(getCount, "q=is:read");
    expect(status).toBe(200);
    expect(json.count).toBeGreaterThan(1_000);
  });

  it("is stopped at once when its caller goes away", { timeout: 30_000 }, async () => {
    const unlock = await lockEvents();
    try {
      const caller = new AbortController();
      setTimeout(() => caller.abort(), 300);
      const began = performance.now();
      expect((await ask(getEvents, "q=is:write", caller.signal)).json.code).toBe("cancelled");
      expect((await ask(getExport, "q=is:write", AbortSignal.timeout(300))).json.code).toBe("cancelled");
      expect(performance.now() - began).toBeLessThan(8_000);
    } finally {
      await unlock();
    }
  });
});

/** Keeps everybody from reading events, as a search that is slow would be kept from its end. */
async function lockEvents(): Promise<() => Promise<void>> {
  const other = await connect(testDatabase.url);
  await other.query("begin; lock table event in access exclusive mode");
  return () => other.end();
}

describe("without a database", () => {
  it("says so", async () => {
    await forget();
    vi.stubEnv("DATABASE_URL", "postgres://waymark@127.0.0.1:9/waymark");
    expect(await ask(getHealth, "")).toMatchObject({
      status: 503,
      json: { status: "down", database: "down" },
    });
    for (const route of [getEvents, getCount, getExport]) {
      expect(await ask(route, "")).toMatchObject({ status: 503, json: { code: "database-unreachable" } });
    }
    await forget();
  });
});

describe("a broken export", () => {
  it("is seen as broken by whoever reads it", async () => {
    const response = await getExport(new Request("http://localhost/api?format=csv"));
    const reader = response.body?.getReader();
    await reader?.read();
    const other = await connect(testDatabase.url);
    await other.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and state like 'idle in transaction%'`,
    );
    await other.end();
    const rest = async () => {
      while ((await reader?.read())?.done === false);
    };
    await expect(rest()).rejects.toThrow("The database does not answer.");
  });
});
