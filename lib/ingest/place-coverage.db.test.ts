import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "#lib/db/database.ts";
import { readPlaceCoverage } from "#lib/db/read-place-coverage.ts";
import { type LoadedDatabase, loadedDatabase } from "#lib/ingest/testing/loaded-database.ts";
import { sampleTrail } from "#lib/sample/sample-trail.ts";
import { hole, silentRegion } from "#lib/sample/stories/missing-logs.ts";
import { questionWindow } from "#lib/sample/stories/story.ts";
import { parseQuery } from "#lib/search/parse-query.ts";
import type { TimeRange } from "#lib/search/search.ts";

/** The sample trail misses half a day of one account and region, and a whole region. */
const TRAIL = sampleTrail({ seed: 7, events: 10_000, days: 10, end: Date.UTC(2026, 10, 3) });
const ALL_TIME: TimeRange = { from: null, to: null };

let loaded: LoadedDatabase;
let db: Database;

beforeAll(async () => {
  loaded = await loadedDatabase(TRAIL);
  ({ db } = loaded);
});
afterAll(() => loaded.drop());

async function isLoaded(q: string, range: TimeRange): Promise<boolean | undefined> {
  return (await readPlaceCoverage(db, { where: parseQuery(q).where, range }))?.isLoaded;
}

describe("what was loaded of the places in a query", () => {
  const morning = questionWindow(hole, TRAIL.end);

  it("is nothing for half a day without log objects, though the day has some", async () => {
    expect(await isLoaded(hole.q, morning)).toBe(false);
    expect(await isLoaded(`${hole.q} event:StopInstances`, morning)).toBe(false);
    expect(await isLoaded(hole.q, { from: morning.from - 12 * 3_600_000, to: morning.to })).toBe(true);
    expect(await isLoaded(hole.q, ALL_TIME)).toBe(true);
  });

  it("is something for the same half day elsewhere, or where one of several places has logs", async () => {
    const [account] = hole.q.split(" ");
    expect(await isLoaded(`${account}`, morning)).toBe(true);
    expect(await isLoaded(`${account} region:(eu-west-1 OR us-east-1)`, morning)).toBe(true);
  });

  it("is nothing for a region, or an account, that was never heard of", async () => {
    expect(await isLoaded(`region:${silentRegion.facts["region"]}`, ALL_TIME)).toBe(false);
    expect(await isLoaded("account:999988887777 error:*", ALL_TIME)).toBe(false);
  });

  it("is nothing for a known region on days before its logs begin", async () => {
    const range = { from: Date.UTC(2020, 0, 1), to: Date.UTC(2020, 0, 2) };
    expect(await isLoaded("region:EU-WEST-1", range)).toBe(false);
    expect(await isLoaded("region:EU-WEST-1", ALL_TIME)).toBe(true);
  });

  it("is not asked where a query names no place", async () => {
    expect(await isLoaded("event:StopInstances", ALL_TIME)).toBeUndefined();
    expect(await isLoaded("-region:eu-west-1", ALL_TIME)).toBeUndefined();
  });
});
