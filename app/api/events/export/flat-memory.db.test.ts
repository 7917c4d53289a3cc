import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import * as z from "zod";
import { GET } from "#app/api/events/export/route.ts";
import { database } from "#lib/db/database.ts";
import { rows, sql } from "#lib/db/sql/raw.ts";
import { repeatEvents } from "#lib/db/testing/repeat-events.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/test-database.ts";
import { TEXT_FORMATS, type TextFormat } from "#lib/event/event-text.ts";
import { runSource, testSource } from "#lib/ingest/testing/run-source.ts";
import { sampleStore } from "#lib/sample/sample-store.ts";
import { sampleTrail } from "#lib/sample/sample-trail.ts";

/** Exports of a million events, by the route itself and read as a client reads them. How fast: bench/export.ts. */

const MILLION = 1_000_000;
const TRAIL = sampleTrail({ seed: 5, events: 10_000, days: 10, end: Date.UTC(2026, 10, 20) });
const LAST_DAY = "2026-11-19T00:00:00Z";
/**
 * Bytes that memory may rise by, however many events there are. They rise by 30 million: pages on their way, and the
 * five thousand callers that are remembered. A million events are 550 million as CSV, and a day of them 100 as JSON.
 */
const MOST_RISE = 64_000_000;

let testDatabase: TestDatabase;
let collectGarbage: () => void;

beforeAll(async () => {
  setFlagsFromString("--expose-gc");
  collectGarbage = z.custom<() => void>().parse(runInNewContext("gc"));
  testDatabase = await createTestDatabase();
  vi.stubEnv("DATABASE_URL", testDatabase.url);
  await runSource(database(), await testSource(database(), "the trail"), sampleStore(TRAIL));
  await repeatEvents(database().pool, MILLION);
});
afterAll(async () => {
  await database().close();
  vi.unstubAllEnvs();
  await testDatabase.drop();
});

const ask = (query: string, signal?: AbortSignal) =>
  GET(new Request(`http://localhost/api/events/export?${query}`, signal === undefined ? {} : { signal }));

/** A line with an event on it; its time and its id, by which a list is ordered. */
const EVENT_LINES: Readonly<Record<TextFormat, RegExp>> = {
  csv: /^(?<time>[^,]{20}),(?<id>[^,]{36}),.*\r$/,
  ndjson: /^\{"eventId":"(?<id>[^"]{36})","eventTime":"(?<time>[^"]{20})",.*\}$/,
  json: /^\{"eventId":"(?<id>[^"]{36})","eventTime":"(?<time>[^"]{20})",.*\},?$/,
};
const OTHER_LINES: Readonly<Record<TextFormat, number>> = { csv: 1, ndjson: 0, json: 2 };

/** Reads an export to its end, keeping nothing of it. */
async function readThrough(format: TextFormat, query = "") {
  const rise = memoryRise();
  const { body } = await ask(`format=${format}${query}`);
  const text = new TextDecoder();
  const found = { events: 0, others: 0, misplaced: 0 };
  let unfinished = "";
  let before = "~";
  for await (const part of body ?? []) {
    const lines = (unfinished + text.decode(part, { stream: true })).split("\n");
    unfinished = lines.pop() ?? "";
    for (const line of lines) {
      const { time, id } = EVENT_LINES[format].exec(line)?.groups ?? {};
      if (time === undefined) {
        found.others += 1;
        continue;
      }
      const key = `${time} ${id}`;
      found.events += 1;
      // Strictly falling: none is there twice.
      if (key >= before) found.misplaced += 1;
      before = key;
    }
    rise.look();
  }
  expect(unfinished).toBe("");
  return { ...found, rise: rise.most() };
}

/** By how much memory has risen since this was called, garbage left out; looked at now and then, as that takes time. */
function memoryRise() {
  const EVERY = 25;
  const first = memoryInUse();
  let looks = 0;
  let most = first;
  return {
    look() {
      if (looks++ % EVERY === 0) most = Math.max(most, memoryInUse());
    },
    most: () => most - first,
  };
}

function memoryInUse(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

async function countSince(time: string): Promise<number> {
  const [row] = await rows(
    database().pool,
    z.object({ count: z.coerce.number() }),
    sql`select count(*) from event where event_time >= ${time}::timestamptz`,
  );
  return row?.count ?? 0;
}

it("hold a million events, each once and in order, in flat memory", async () => {
  const { rise, ...found } = await readThrough("csv");
  expect(found).toEqual({ events: MILLION, others: OTHER_LINES.csv, misplaced: 0 });
  expect(rise).toBeLessThan(MOST_RISE);
}, 300_000);

it.each(["ndjson", "json"] as const)("hold a day of them as %s, in no more memory", async (format) => {
  const events = await countSince(LAST_DAY);
  expect(events).toBeGreaterThan(MILLION / 20);
  const { rise, ...found } = await readThrough(format, `&from=${LAST_DAY}`);
  expect(found).toEqual({ events, others: OTHER_LINES[format], misplaced: 0 });
  expect(rise).toBeLessThan(MOST_RISE);
});

/** Connections that work for an export, or hold its snapshot. */
async function openSnapshots(): Promise<number> {
  const [row] = await rows(
    database().pool,
    z.object({ count: z.coerce.number() }),
    sql`select count(*) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null`,
  );
  return row?.count ?? 0;
}

it.each(TEXT_FORMATS)(
  "end in the database, too, when their reader leaves in the midst of %s",
  async (format) => {
    const reader = (await ask(`format=${format}`)).body?.getReader();
    for (let part = 0; part < 20; part++) await reader?.read();
    expect(await openSnapshots()).toBe(1);
    await reader?.cancel();
    await expect.poll(openSnapshots).toBe(0);
  },
);

it("end in the database, too, when their request is given up while nobody reads", async () => {
  const leaving = new AbortController();
  const reader = (await ask("format=csv", leaving.signal)).body?.getReader();
  for (let part = 0; part < 20; part++) await reader?.read();
  leaving.abort();
  await expect.poll(openSnapshots).toBe(0);
});
