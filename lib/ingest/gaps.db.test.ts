import { afterAll, beforeAll, expect, it } from "vitest";
import { type Database, openDatabase } from "#lib/db/database.ts";
import { readGaps } from "#lib/db/gaps/read-gaps.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/test-database.ts";
import { runSource, testSource } from "#lib/ingest/testing/run-source.ts";
import { sampleStore } from "#lib/sample/sample-store.ts";
import { sampleTrail } from "#lib/sample/sample-trail.ts";
import { hole, silentRegion } from "#lib/sample/stories/missing-logs.ts";
import { questionWindow } from "#lib/sample/stories/story.ts";
import type { CoverageGap } from "#lib/search/coverage-gap.ts";
import { parseQuery } from "#lib/search/parse-query.ts";
import type { TimeRange } from "#lib/search/search.ts";

/** The sample trail misses half a day of one account and region, and a whole region. */
const TRAIL = sampleTrail({ seed: 1, events: 20_000, days: 12, end: Date.UTC(2026, 10, 13) });
const HOUR = 3_600_000;
/** A log object tells of the five minutes before it. */
const DELIVERY = 300_000;
const [ACCOUNT = "", REGION = ""] = hole.q.split(" ").map((part) => part.split(":")[1]);
const MORNING = questionWindow(hole, TRAIL.end);
const LAST_HOUR: TimeRange = { from: TRAIL.end - HOUR, to: TRAIL.end };
const AROUND: TimeRange = { from: MORNING.from - 24 * HOUR, to: MORNING.to + 24 * HOUR };

let database: TestDatabase;
let db: Database;
let beforeLoading: readonly CoverageGap[];

beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase(database.url);
  beforeLoading = await gapsOf("", LAST_HOUR);
  await runSource(db, await testSource(db, "the trail"), sampleStore(TRAIL));
});

afterAll(async () => {
  await db.close();
  await database.drop();
});

/** When the log objects of the account and region with the hole were delivered, oldest first. */
const deliveries = [...TRAIL.objects()]
  .flatMap(({ kind, key }) => (kind === "log" && key.includes(`${ACCOUNT}_CloudTrail_${REGION}_`) ? key : []))
  .map((key) => {
    const [, date, hours, minutes] = /_(\d{8})T(\d{2})(\d{2})Z_/.exec(key) ?? [];
    return Date.parse(`${date?.replace(/(....)(..)(..)/, "$1-$2-$3")}T${hours}:${minutes}:00Z`);
  })
  .toSorted((one, other) => one - other);
const isoOf = (time: number) => new Date(time).toISOString();

const gapsOf = async (q: string, range: TimeRange) =>
  (await readGaps(db, { where: parseQuery(q).where, range }, TRAIL.end)).gaps;

it("is all of a time of which nothing was loaded at all", () => {
  expect(beforeLoading).toEqual([expect.objectContaining({ isWhole: true, places: [] })]);
});

it("is the half day that the sample trail misses, from one delivery to the five minutes of the next", async () => {
  const [gap, ...others] = await gapsOf("", AROUND);
  expect(others).toEqual([]);
  expect(gap).toMatchObject({ isWhole: false, places: [{ account: ACCOUNT, region: REGION }] });
  // In a small trail an hour or two may pass between two log objects: no more can be told than when they came.
  const last = deliveries.findLast((at) => at <= MORNING.from) ?? 0;
  const next = deliveries.find((at) => at >= MORNING.to) ?? 0;
  expect(last).toBeGreaterThan(MORNING.from - 4 * HOUR);
  expect(next).toBeLessThan(MORNING.to + 4 * HOUR);
  expect([gap?.from, gap?.to]).toEqual([isoOf(last), isoOf(next - DELIVERY)]);
});

it("is whole for a query that looks at nothing else, and none for one that looks elsewhere", async () => {
  expect(await gapsOf(hole.q, AROUND)).toEqual([expect.objectContaining({ isWhole: true })]);
  expect(await gapsOf(`-region:${REGION}`, AROUND)).toEqual([]);
});

it("is all of a region that was never heard of, and of the time before the first log object", async () => {
  expect(await gapsOf(`region:${silentRegion.facts["region"]}`, AROUND)).toEqual([
    expect.objectContaining({ isWhole: true, places: [] }),
  ]);
  const first = TRAIL.end - 12 * 24 * HOUR;
  const [before] = await gapsOf("", { from: first - 72 * HOUR, to: first + 24 * HOUR });
  expect(before).toMatchObject({
    from: new Date(first - 72 * HOUR).toISOString(),
    isWhole: true,
    places: [],
  });
});
