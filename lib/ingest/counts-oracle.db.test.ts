import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { foldActivity } from "#lib/db/activity/fold-activity.ts";
import { countEvents } from "#lib/db/count-events.ts";
import { type Database, openDatabase } from "#lib/db/database.ts";
import { saveListed } from "#lib/db/names/save-listed.ts";
import { saveNames } from "#lib/db/names/save-names.ts";
import { readFacets } from "#lib/db/read-facets.ts";
import { readHistogram } from "#lib/db/read-histogram.ts";
import { createTestDatabase, type TestDatabase } from "#lib/db/testing/test-database.ts";
import type { FieldId } from "#lib/event/fields.ts";
import { type Gathered, gatherRecords } from "#lib/ingest/testing/gather-records.ts";
import { oracleConditions } from "#lib/ingest/testing/oracle-conditions.ts";
import { runSource, testSource } from "#lib/ingest/testing/run-source.ts";
import { sampleStore } from "#lib/sample/sample-store.ts";
import { sampleTrail } from "#lib/sample/sample-trail.ts";
import { allOf, matchOf } from "#lib/search/condition.ts";
import { matchesRecord } from "#lib/search/match.ts";
import type { Condition, Search, TimeRange } from "#lib/search/search.ts";
import { FACET_FIELDS, type Facet, type Histogram } from "#lib/search/summary.ts";
import { withoutField } from "#lib/search/without-field.ts";

/** What is counted must be what reading every record would count. */

const END = Date.UTC(2026, 10, 3);
const TRAIL = sampleTrail({ seed: 8, events: 10_000, days: 10, end: END });
const PATIENCE = 300_000;
/** Nobody is in a hurry here: what can be counted is counted. */
const scanTime = 60_000;
const EVERY_VALUE = 100_000;

let database: TestDatabase;
let db: Database;
let records: readonly Gathered[];

beforeAll(async () => {
  database = await createTestDatabase();
  db = openDatabase(database.url);
  const result = await runSource(db, await testSource(db, "the trail"), sampleStore(TRAIL));
  expect(result).toMatchObject({ state: "done" });
  records = [...gatherRecords(TRAIL, "the trail").values()].toSorted((a, b) => b.record.time - a.record.time);
});

afterAll(async () => {
  await db.close();
  await database.drop();
});

const flagCondition = fc.constantFrom<Condition>(
  equals("readOnly", "true"),
  equals("readOnly", "FALSE"),
  equals("outcome", "denied"),
  { kind: "not", of: equals("outcome", "success") },
  { kind: "any", of: [equals("outcome", "failed"), equals("readOnly", "false")] },
);
/** Noise taken out value by value, as one does with the facets; events can have several values of the last field. */
const noise = fc
  .constantFrom<readonly [FieldId, readonly string[]]>(
    ["event", ["Decrypt", "AssumeRole", "DescribeInstances", "StopInstances", "Nothing"]],
    ["region", ["us-east-1", "eu-west-1", "eu-west-2"]],
    ["resourceType", ["AWS::KMS::Key", "AWS::S3::Object", "AWS::EC2::Instance"]],
  )
  .chain(([id, values]) =>
    fc.subarray([...values], { minLength: 2 }).map((some) => some.map((one) => equals(id, one))),
  )
  .map((some) => allOf(some.map((of) => ({ kind: "not", of }))));
const time = fc.oneof(
  fc.constant(null),
  fc.integer({ min: END - 11 * 86_400_000, max: END + 86_400_000 }),
  fc.integer({ min: -12, max: 2 }).map((days) => END + days * 86_400_000),
);
const range: fc.Arbitrary<TimeRange> = fc
  .tuple(time, time)
  .map(([a, b]) => (a !== null && b !== null && a > b ? { from: b, to: a } : { from: a, to: b }));

function equals(id: FieldId, value: string): Condition {
  return matchOf({ kind: "field", id }, { kind: "equals", value });
}

function searches(): fc.Arbitrary<Search> {
  const conditions = oracleConditions(records.map(({ terms }) => terms));
  const where = fc.oneof(
    { weight: 1, arbitrary: fc.constant<Condition>({ kind: "all", of: [] }) },
    { weight: 2, arbitrary: flagCondition },
    { weight: 2, arbitrary: noise },
    { weight: 3, arbitrary: conditions },
    { weight: 3, arbitrary: fc.tuple(conditions, flagCondition).map(allOf) },
  );
  return fc.record({ where, range });
}

/** Most facets of a search are counted under the same condition. */
const known = new Map<string, Gathered[]>();

function matching(search: Search): Gathered[] {
  const key = JSON.stringify(search);
  const found = known.get(key) ?? read(search);
  known.set(key, found);
  return found;
}

function read({ where, range: { from, to } }: Search): Gathered[] {
  return records.filter(({ record, terms }) => {
    const at = record.time * 1_000;
    return (
      (from === null || at >= from) && (to === null || at < to) && matchesRecord(where, terms, record.uuid)
    );
  });
}

function expectFacet(facet: Facet, search: Search): void {
  const where = withoutField(search.where, facet.field);
  const all = matching({ ...search, where });
  const looked = facet.examined === null ? all : all.slice(0, facet.examined);
  expect(facet.exact).toBe(looked.length === all.length);
  const counts = new Map<string, number>();
  let none = 0;
  for (const { terms } of looked) {
    // A list of values shows what the records themselves say; who is behind a role is found, and not counted here.
    const own = terms.filter(({ path, isDerived }) => path === `@${facet.field}` && isDerived !== true);
    const values = new Set(own.map(({ value }) => value));
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    if (values.size === 0) none += 1;
  }
  const got = Object.fromEntries(facet.values.map(({ value, count }) => [value, count]));
  expect({ field: facet.field, ...got }).toEqual({ field: facet.field, ...Object.fromEntries(counts) });
  expect(facet.none).toBe(none);
  expect(facet.distinct).toBe(counts.size);
  const order = facet.values.map(({ count }) => count);
  expect(order).toEqual(order.toSorted((a, b) => b - a));
}

function expectHistogram(histogram: Histogram, search: Search): void {
  const size = histogram.bucketSeconds;
  expect(histogram.buckets.length).toBeLessThanOrEqual(120);
  const starts = histogram.buckets.map(({ start }) => Date.parse(start) / 1_000);
  starts.slice(1).forEach((start, index) => {
    expect(start - (starts[index] ?? 0)).toBe(size);
  });
  const expected = new Map(starts.map((start) => [start, { read: 0, write: 0, error: 0 }]));
  for (const { record } of matching(search)) {
    const start = starts.findLast((one) => one <= record.time) ?? Number.NaN;
    const kind = record.event.outcome !== "success" ? "error" : record.event.readOnly ? "read" : "write";
    const bucket = expected.get(start);
    expect(bucket).toBeDefined();
    if (bucket !== undefined) bucket[kind] += 1;
  }
  const got = histogram.buckets.map(({ read, write, error }) => ({ read, write, error }));
  expect(got).toEqual([...expected.values()]);
  expect(histogram.exact).toBe(true);
}

async function expectSameAsOracle(search: Search): Promise<void> {
  const facets = await readFacets(db, {
    search,
    fields: FACET_FIELDS,
    limit: EVERY_VALUE,
    text: null,
    scanTime,
  });
  expect(facets.map(({ field }) => field)).toEqual(FACET_FIELDS);
  for (const facet of facets) expectFacet(facet, search);
  expectHistogram(await readHistogram(db, search, { scanTime }), search);
  expect(await countEvents(db, search)).toEqual({ count: matching(search).length, exact: true });
}

describe("facets, histogram and count", () => {
  it("are what reading every record would count, before the roll-up is folded and after", {
    timeout: PATIENCE,
  }, async () => {
    await fc.assert(fc.asyncProperty(searches(), expectSameAsOracle), { numRuns: 25, seed: 20261124 });
    await foldActivity(db.pool);
    await fc.assert(fc.asyncProperty(searches(), expectSameAsOracle), { numRuns: 35, seed: 7 });
  });

  it("say how many of the newest were counted, when time is up", { timeout: PATIENCE }, async () => {
    const where = matchOf({ kind: "path", path: "eventVersion" }, { kind: "exists" });
    const search: Search = { where, range: { from: null, to: null } };
    const facets = await readFacets(db, {
      search,
      fields: FACET_FIELDS,
      limit: EVERY_VALUE,
      text: null,
      scanTime: 0,
    });
    for (const facet of facets) {
      expect(facet.examined).toBeGreaterThan(0);
      expectFacet(facet, search);
    }
    const { exact, examined, buckets } = await readHistogram(db, search, { scanTime: 0 });
    expect(exact).toBe(false);
    expect(buckets.reduce((sum, { read, write, error }) => sum + read + write + error, 0)).toBe(examined);
  });

  it("say of which callers more is found than is counted, and of all others just what is found", async () => {
    const everything: Condition = { kind: "all", of: [] };
    const searches: readonly Search[] = [
      { where: everything, range: { from: null, to: null } },
      { where: everything, range: { from: END - 3 * 86_400_000, to: END - 2 * 86_400_000 } },
      { where: equals("outcome", "denied"), range: { from: null, to: null } },
      { where: equals("service", "ec2.amazonaws.com"), range: { from: null, to: null } },
    ];
    const said = new Set<boolean>();
    for (const search of searches) {
      const [facet] = await readFacets(db, { search, fields: ["actor"], limit: 200, text: null, scanTime });
      for (const { value, count, atLeast = false } of facet?.values ?? []) {
        const found = matching({ ...search, where: allOf([search.where, equals("actor", value)]) }).length;
        if (atLeast) expect(found).toBeGreaterThanOrEqual(count);
        else expect({ value, found }).toEqual({ value, found: count });
        said.add(atLeast && found > count);
      }
    }
    expect(said).toEqual(new Set([true, false]));
  });

  it("list the values that contain a text", async () => {
    const search: Search = { where: { kind: "all", of: [] }, range: { from: null, to: null } };
    const where = equals("service", "ec2.amazonaws.com");
    for (const asked of [search, { ...search, where }]) {
      const [facet] = await readFacets(db, {
        search: asked,
        fields: ["event"],
        limit: 3,
        text: "INSTANCE",
        scanTime,
      });
      const names = matching(asked).map(({ record }) => record.event.eventName);
      const wanted = new Set(names.filter((name) => name.toLowerCase().includes("instance")));
      expect(facet?.distinct).toBe(wanted.size);
      expect(facet?.values.length).toBe(Math.min(3, wanted.size));
      for (const { value, count } of facet?.values ?? []) {
        expect(wanted).toContain(value);
        expect(count).toBe(names.filter((name) => name === value).length);
      }
    }
  });

  it("list the accounts whose name contains a text, as they are shown by it", async () => {
    const search: Search = { where: { kind: "all", of: [] }, range: { from: null, to: null } };
    const facet = async (asked: Search, text: string | null) => {
      const [found] = await readFacets(db, { search: asked, fields: ["account"], limit: 50, text, scanTime });
      return found?.values ?? [];
    };
    const [first, second] = await facet(search, null);
    if (first === undefined || second === undefined) throw new Error("The sample has several accounts");
    const named = { account: first.value, name: "Payments (prod)" };
    await saveNames(db, { accounts: [named], people: [] });
    await saveListed(db, {
      source: "the trail",
      accounts: [
        { account: first.value, name: "shown nowhere" },
        { account: second.value, name: "Product data" },
      ],
      at: new Date(),
    });
    expect(await facet(search, "PAYMENTS (p")).toEqual([first]);
    expect(await facet(search, "prod")).toEqual([first, second]);
    expect(await facet(search, "nowhere")).toEqual([]);
    expect(await facet(search, second.value.slice(2, 9))).toEqual([second]);
    const scanned = matchOf({ kind: "path", path: "eventVersion" }, { kind: "exists" });
    expect(await facet({ ...search, where: scanned }, "payments")).toEqual([first]);
  });
});
