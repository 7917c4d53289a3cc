import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareKeys } from "#lib/base/compare-keys.ts";
import { planListing } from "#lib/ingest/plan.ts";
import {
  advanceWatermark,
  credibleWatermark,
  isFailedForGood,
  lastDeliveryDay,
  type ObjectOutcome,
  startWatermark,
  watermarkOf,
} from "#lib/ingest/watermark.ts";

const STREAM = { prefix: "AWSLogs/111122223333/CloudTrail/eu-west-1/", folder: "CloudTrail" } as const;
const LAST_DAY = "2026-12-31";
const ALL = { startAfter: null, stopAfter: null };

/** The nth object of a stream that gets eight a day. */
function keyAt(index: number): string {
  const day = new Date(Date.UTC(2026, 0, 1) + Math.floor(index / 8) * 86_400_000).toISOString().slice(0, 10);
  return `${STREAM.prefix}${day.replaceAll("-", "/")}/object-${index % 8}.json.gz`;
}

function settle(
  pages: readonly (readonly ObjectOutcome[])[],
  previous: string | null = null,
  listing = ALL,
): string | null {
  return watermarkOf(pages.reduce(advanceWatermark, startWatermark(STREAM, previous, listing, LAST_DAY)));
}

const open = (index: number): ObjectOutcome => ({ key: keyAt(index), isSettled: false });
const done = (index: number): ObjectOutcome => ({ key: keyAt(index), isSettled: true });

describe("the watermark", () => {
  test("is the last key when everything is settled", () => {
    expect(settle([[done(0), done(1)], [done(2)]])).toBe(keyAt(2));
  });

  test("stops before the first open object, however much is settled after it", () => {
    expect(settle([[done(0), open(1), done(2)], [done(3)]])).toBe(keyAt(0));
  });

  test("stays where nothing new was listed", () => {
    expect(settle([[]], keyAt(5))).toBe(keyAt(5));
    expect(settle([[done(3)]], keyAt(5))).toBe(keyAt(5));
  });

  test("moves back to an open object found behind it", () => {
    const previous = keyAt(80);
    const position = settle([[done(0), open(1), done(2)]], previous);
    const next = planListing(STREAM, { from: null, to: null, watermark: position, full: false });
    expect(next.startAfter === null || compareKeys(next.startAfter, keyAt(1)) < 0).toBe(true);
  });

  test("is not moved by a key without a date, or in a stream without dates", () => {
    const stray = { key: `${STREAM.prefix}zzz.json`, isSettled: true };
    expect(settle([[done(0), stray]])).toBe(keyAt(0));
    const flat = startWatermark({ prefix: "drop/", folder: "flat" }, null, ALL, LAST_DAY);
    expect(watermarkOf(advanceWatermark(flat, [{ key: "drop/a", isSettled: true }]))).toBeNull();
  });

  test("is not moved by an object that bears a day to come", () => {
    const forged = { key: `${STREAM.prefix}2099/01/01/object.json.gz`, isSettled: true };
    expect(settle([[done(0), done(1), forged]])).toBe(keyAt(1));
    expect(settle([[forged]], keyAt(5))).toBe(keyAt(5));
  });

  test("that lies in days to come is not believed", () => {
    const forged = `${STREAM.prefix}2099/01/01/object.json.gz`;
    expect(credibleWatermark(STREAM, forged, LAST_DAY)).toBeNull();
    expect(credibleWatermark(STREAM, keyAt(5), LAST_DAY)).toBe(keyAt(5));
    expect(credibleWatermark(STREAM, null, LAST_DAY)).toBeNull();
    expect(lastDeliveryDay(Date.parse("2026-12-30T23:59:59Z"))).toBe(LAST_DAY);
  });

  test("never passes an open object, for any split into pages and any order within them", () => {
    const outcomes = fc.array(fc.boolean(), { maxLength: 60 });
    fc.assert(
      fc.property(
        outcomes,
        fc.integer({ min: 1, max: 20 }),
        fc.option(fc.nat(70)),
        fc.nat(),
        (settled, size, before, turn) => {
          const all = settled.map((isSettled, index) => ({ key: keyAt(index), isSettled }));
          const pages = Array.from({ length: Math.ceil(all.length / size) }, (_, page) => {
            const cut = all.slice(page * size, page * size + size);
            const at = cut.length === 0 ? 0 : turn % cut.length;
            return [...cut.slice(at), ...cut.slice(0, at)];
          });
          const previous = before === null ? null : keyAt(before);
          const mark = settle(pages, previous);
          expect(mark).toBe(settle([all], previous));
          for (const { key, isSettled } of all) {
            if (!isSettled) expect(mark === null || compareKeys(mark, key) < 0).toBe(true);
          }
        },
      ),
    );
  });

  test("with the two days listed again, whatever arrives late or fails on the way is loaded in the end", () => {
    // Objects appear up to 15 places (under two days) after a later one; each try may fail.
    const scenario = fc.record({
      delays: fc.array(fc.nat(15), { minLength: 1, maxLength: 80 }),
      failures: fc.array(fc.boolean(), { maxLength: 200 }),
    });
    fc.assert(
      fc.property(scenario, ({ delays, failures }) => {
        const loaded = new Set<string>();
        const luck = failures.values();
        let watermark: string | null = null;
        for (let now = 0; now <= delays.length + 24; now += 4) {
          const bucket = delays.flatMap((delay, index) => (index + delay <= now ? [keyAt(index)] : []));
          const healthy = now > delays.length + 14;
          watermark = sync(bucket, loaded, watermark, () => !healthy && luck.next().value === true);
        }
        expect(loaded.size).toBe(delays.length);
      }),
    );
  });
});

function sync(
  bucket: readonly string[],
  loaded: Set<string>,
  watermark: string | null,
  fails: () => boolean,
): string | null {
  const listing = planListing(STREAM, { from: null, to: null, watermark, full: false });
  const listed = bucket.filter(
    (key) => listing.startAfter === null || compareKeys(key, listing.startAfter) > 0,
  );
  const outcomes = listed.map((key) => {
    if (!loaded.has(key) && !fails()) loaded.add(key);
    return { key, isSettled: loaded.has(key) };
  });
  return watermarkOf(advanceWatermark(startWatermark(STREAM, watermark, listing, LAST_DAY), outcomes));
}

test("a failure of the way there leaves an object open, one of the object does not", () => {
  const forGood = (["bad-gzip", "not-json", "archived"] as const).map(isFailedForGood);
  expect(forGood).toEqual([true, true, true]);
  expect(isFailedForGood("access-denied")).toBe(false);
  expect(isFailedForGood("unreachable")).toBe(false);
});
