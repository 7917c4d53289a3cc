import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareKeys } from "#lib/base/compare-keys.ts";
import type { LogObject } from "#lib/base/log-store.ts";
import { type ObjectKey, readObjectKey } from "#lib/cloudtrail/object-key.ts";
import {
  type DeliveryRange,
  decide,
  type LedgerEntry,
  type ListingRequest,
  planListing,
} from "#lib/ingest/plan.ts";

const STREAM = { prefix: "AWSLogs/111122223333/CloudTrail/eu-west-1/", folder: "CloudTrail" } as const;
const NOTHING: ListingRequest = { from: null, to: null, watermark: null, full: false };

function keyOf(day: string, unique = "abcdefghijklmnop", minute = "0005"): string {
  const name = `111122223333_CloudTrail_eu-west-1_${day.replaceAll("-", "")}T${minute}Z_${unique}.json.gz`;
  return `${STREAM.prefix}${day.replaceAll("-", "/")}/${name}`;
}

function objectOf(key: string, changes: Partial<LogObject> = {}): LogObject {
  return { key, size: 10, etag: "e1", lastModified: null, archived: false, ...changes };
}

describe("which part of a stream is listed", () => {
  test("all of it at first", () => {
    expect(planListing(STREAM, NOTHING)).toEqual({ startAfter: null, stopAfter: null });
  });

  test("from two days before the watermark later on", () => {
    const { startAfter } = planListing(STREAM, { ...NOTHING, watermark: keyOf("2026-03-01") });
    expect(startAfter).toBe(`${STREAM.prefix}2026/02/27`);
  });

  test("from the first day asked for when that is later, or when everything is checked again", () => {
    const request = { ...NOTHING, watermark: keyOf("2026-03-01") };
    expect(planListing(STREAM, { ...request, from: "2026-03-05" }).startAfter).toBe(
      `${STREAM.prefix}2026/03/05`,
    );
    const full = { ...request, from: "2026-01-05", full: true };
    expect(planListing(STREAM, full).startAfter).toBe(`${STREAM.prefix}2026/01/05`);
    expect(planListing(STREAM, { ...request, full: true }).startAfter).toBeNull();
  });

  test("a stream that begins inside a month is bounded by dates of the same root", () => {
    const month = { prefix: `${STREAM.prefix}2026/03/`, folder: "CloudTrail" } as const;
    const within = planListing(month, { ...NOTHING, from: "2026-03-10", to: "2026-03-11" });
    expect(within).toEqual({
      startAfter: `${STREAM.prefix}2026/03/10`,
      stopAfter: `${STREAM.prefix}2026/03/110`,
    });
    expect(planListing(month, { ...NOTHING, from: "2026-02-10" }).startAfter).toBeNull();
  });

  test("a stream without dates is listed whole, whatever is asked", () => {
    const request = { from: "2026-01-01", to: "2026-01-02", watermark: "drop/x", full: false };
    expect(planListing({ prefix: "drop/", folder: "flat" }, request)).toEqual({
      startAfter: null,
      stopAfter: null,
    });
  });

  test("dates outside AWS's layout may lack their zeros, and no day asked for is lost by it", () => {
    const year = { prefix: "copy/2026/", folder: "dates" } as const;
    const { startAfter, stopAfter } = planListing(year, { ...NOTHING, from: "2026-03-02", to: "2026-03-10" });
    expect(stopAfter).toBeNull();
    for (const key of ["copy/2026/3/2/a.json", "copy/2026/3/10/a.json", "copy/2026/03/02/a.json"]) {
      expect(compareKeys(key, startAfter ?? "")).toBeGreaterThan(0);
    }
  });

  test("every key of the days asked for, and of no other day, lies within", () => {
    const day = fc
      .integer({ min: 0, max: 3000 })
      .map((days) => new Date(Date.UTC(2019, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, day, fc.constantFrom("0000", "2359"), (from, to, delivered, minute) => {
        const { startAfter, stopAfter } = planListing(STREAM, { ...NOTHING, from, to });
        const key = keyOf(delivered, "abcdefghijklmnop", minute);
        const listed =
          (startAfter === null || compareKeys(key, startAfter) > 0) &&
          (stopAfter === null || compareKeys(key, stopAfter) <= 0);
        expect(listed).toBe(delivered >= from && delivered <= to);
      }),
    );
  });
});

describe("what is done with an object", () => {
  const anyTime: DeliveryRange = { from: null, to: null };
  const key = keyOf("2026-03-01");
  const loaded: LedgerEntry = { etag: "e1", size: 10, state: "loaded" };
  const decideKey = (
    of: string,
    entry: LedgerEntry | null = null,
    changes: Partial<LogObject> = {},
    range = anyTime,
  ) => decide(objectOf(of, changes), readObjectKey(of), entry, range);

  test("a new one is loaded, one in the ledger is not", () => {
    expect(decideKey(key)).toEqual({ kind: "load" });
    expect(decideKey(key, loaded)).toEqual({ kind: "already" });
  });

  test("another content under the same key is loaded again", () => {
    expect(decideKey(key, loaded, { etag: "e2" })).toEqual({ kind: "replaced" });
  });

  test("without an etag the size decides", () => {
    expect(decideKey(key, { ...loaded, etag: null })).toEqual({ kind: "already" });
    expect(decideKey(key, loaded, { etag: null, size: 11 })).toEqual({ kind: "replaced" });
  });

  test("one that failed or was skipped is tried again", () => {
    expect(decideKey(key, { ...loaded, state: "failed" })).toEqual({ kind: "load" });
    expect(decideKey(key, { ...loaded, state: "skipped" })).toEqual({ kind: "load" });
  });

  test("an archived one fails with its remedy, unless it is there already", () => {
    expect(decideKey(key, null, { archived: true })).toMatchObject({ kind: "fail", code: "archived" });
    expect(decideKey(key, loaded, { archived: true })).toEqual({ kind: "already" });
  });

  test.each([
    ["AWSLogs/111122223333/CloudTrail-Digest/eu-west-1/2026/03/01/x.json.gz", "digest"],
    ["AWSLogs/111122223333/CloudTrail/eu-west-1/", "folder-marker"],
    ["AWSLogs/111122223333/Config/eu-west-1/2026/3/1/ConfigHistory/x.json.gz", "not-a-log"],
    ["notes/readme.txt", "not-a-log"],
  ])("%s is skipped as %s", (of, code) => {
    expect(decideKey(of)).toMatchObject({ kind: "skip", code });
  });

  test("days outside the range are skipped, JSON outside AWS's layout is tried", () => {
    const march = { from: "2026-03-01", to: "2026-03-31" };
    expect(decideKey(keyOf("2026-02-28"), null, {}, march)).toMatchObject({
      kind: "skip",
      code: "outside-range",
    });
    expect(decideKey(keyOf("2026-03-31"), null, {}, march)).toEqual({ kind: "load" });
    expect(decideKey("download/export.json", null, {}, march)).toEqual({ kind: "load" });
  });

  test("only what may hold events is ever loaded, and the same question has one answer", () => {
    const reading = fc.constantFrom<ObjectKey>(
      readObjectKey(key),
      { kind: "digest" },
      { kind: "folder-marker" },
      { kind: "unplaced" },
      { kind: "other", reason: "x" },
    );
    const etag = fc.constantFrom(null, "e1", "e2");
    const entry = fc.option(
      fc.record({
        etag,
        size: fc.constantFrom(10, 11),
        state: fc.constantFrom("loaded", "skipped", "failed"),
      }),
    );
    const object = fc.record({ etag, size: fc.constantFrom(10, 11), archived: fc.boolean() });
    const bound = fc.constantFrom(null, "2026-02-01", "2026-03-01", "2026-04-01");
    fc.assert(
      fc.property(reading, object, entry, bound, bound, (read, changes, known, from, to) => {
        const decision = decide(objectOf(key, changes), read, known, { from, to });
        expect(decide(objectOf(key, changes), read, known, { from, to })).toEqual(decision);
        if (decision.kind !== "skip") expect(["log", "unplaced"]).toContain(read.kind);
        if (decision.kind === "already" || decision.kind === "replaced") expect(known?.state).toBe("loaded");
        if (decision.kind === "load") expect(known?.state).not.toBe("loaded");
      }),
    );
  });
});
