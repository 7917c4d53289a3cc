import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { ACCOUNTS, OLDER_TRAIL, REGIONS } from "#lib/sample/organization.ts";
import { compressed, type SampleOptions, sampleTrail } from "#lib/sample/sample-trail.ts";
import { logsOf, recordsOf } from "#lib/sample/testing/records.ts";

const END = Date.parse("2026-11-20T00:00:00Z");
const SMALL: SampleOptions = { seed: 1, events: 10_000, days: 30, end: END };
const MIDDLE: SampleOptions = { seed: 7, events: 40_000, days: 12, end: END };

const LOG_KEY =
  /^AWSLogs\/(?:o-exampleorg\/)?(\d{12})\/CloudTrail\/([a-z0-9-]+)\/(\d{4})\/(\d\d)\/(\d\d)\/\1_CloudTrail_\2_\3\4\5T(\d\d)(\d\d)Z_[A-Za-z0-9]{16}\.json\.gz$/;

function fingerprint(options: SampleOptions): string {
  const hash = createHash("sha256");
  for (const object of sampleTrail(options).objects()) hash.update(object.key).update(compressed(object));
  return hash.digest("hex");
}

describe("the same arguments", () => {
  test("give the same bytes, and a different seed gives others", () => {
    const first = fingerprint(SMALL);
    expect(fingerprint(SMALL)).toBe(first);
    expect(fingerprint({ ...SMALL, seed: 2 })).not.toBe(first);
  });

  test("give each object alone what it holds in a run over all", () => {
    const all = logsOf(sampleTrail(SMALL)).map((object) => object.text());
    const backwards = logsOf(sampleTrail(SMALL))
      .toReversed()
      .map((object) => object.text());
    expect(backwards.toReversed()).toEqual(all);
  });
});

describe("the number of events", () => {
  test.each([
    { ...SMALL, events: 10_000 },
    { ...SMALL, events: 200_000 },
    { ...SMALL, events: 3_000_000, days: 30 },
    { ...SMALL, events: 50_000, days: 90, end: END + 777_777 },
  ])("is within 1 % of $events asked for over $days days", (options) => {
    let distinct = 0;
    for (const object of sampleTrail(options).objects()) distinct += object.events - object.copies;
    expect(Math.abs(distinct - options.events)).toBeLessThan(options.events / 100);
  });

  test("is refused where the stories would not fit", () => {
    expect(() => sampleTrail({ ...SMALL, events: 9_999 })).toThrow(RangeError);
    expect(() => sampleTrail({ ...SMALL, days: 9 })).toThrow(RangeError);
  });
});

const trail = sampleTrail(MIDDLE);
const objects = [...trail.objects()];
const logs = logsOf(trail).map((object) => ({ ...object, records: recordsOf(object) }));
const records = logs.flatMap((log) => log.records);

describe("objects", () => {
  test("come in order of time, with unique keys in AWS's layout and a true number of records", () => {
    expect(new Set(objects.map((object) => object.key)).size).toBe(objects.length);
    expect(
      objects.every((object, index) => object.publishedAt >= (objects[index - 1]?.publishedAt ?? 0)),
    ).toBe(true);
    for (const object of logs) {
      const [, account, region, year, month, day, hour, minute] = LOG_KEY.exec(object.key) ?? [];
      expect(Date.parse(`${year}-${month}-${day}T${hour}:${minute}Z`)).toBe(object.publishedAt);
      const { records } = object;
      expect(records).toHaveLength(object.events);
      for (const record of records) {
        expect([record.recipientAccountId, record.awsRegion]).toEqual([account, region]);
      }
    }
  });

  test("hold events of the trail's time, delivered within the half hour", () => {
    for (const object of logs) {
      for (const record of object.records) {
        const time = Date.parse(record.eventTime);
        expect(time).toBeGreaterThanOrEqual(trail.start);
        expect(time).toBeLessThan(trail.end);
        expect(object.publishedAt - time).toBeLessThanOrEqual(30 * 60_000);
        expect(object.publishedAt - time).toBeGreaterThan(0);
      }
    }
  });

  test("never hold an eventID twice, except the copies that are declared", () => {
    const ids = records.map((record) => record.eventID);
    const declared = objects.reduce((sum, object) => sum + object.copies, 0);
    expect(declared).toBeGreaterThan(100);
    expect(ids.length - new Set(ids).size).toBe(declared);
  });

  test("are split where a slot has more than 2,000 records, and most hold 20 to 400", () => {
    const big = sampleTrail({ ...SMALL, events: 50_000_000 });
    const sizes: number[] = [];
    for (const object of big.objects()) {
      if (object.kind === "log") sizes.push(object.events);
      if (sizes.length === 20_000) break;
    }
    expect(Math.max(...sizes)).toBeLessThanOrEqual(2000);
    const middle = logsOf(sampleTrail({ ...SMALL, events: 1_000_000 })).map((object) => object.events);
    expect(middle.filter((size) => size >= 20 && size <= 400).length / middle.length).toBeGreaterThan(0.85);
  });

  test("of the older trail hold the same events as the organization's, and its digests name them truly", () => {
    const older = logs.filter((object) => object.key.startsWith(`AWSLogs/${OLDER_TRAIL.account}/`));
    const ids = new Set(older.flatMap((object) => object.records.map((record) => record.eventID)));
    const main = logs.filter((object) =>
      object.key.startsWith(`AWSLogs/o-exampleorg/${OLDER_TRAIL.account}/`),
    );
    const known = new Set(main.flatMap((object) => object.records.map((record) => record.eventID)));
    expect(ids.size).toBeGreaterThan(20);
    expect([...ids].filter((id) => !known.has(id))).toEqual([]);

    const digests = objects.filter((object) => object.kind === "digest");
    const listed = digests.flatMap((object) => JSON.parse(object.text()).logFiles);
    expect(listed.map((file) => file.s3Object).toSorted()).toEqual(
      older.map((object) => object.key).toSorted(),
    );
    const [file] = listed;
    const named = older.find((object) => object.key === file.s3Object);
    const content = named === undefined ? "" : gunzipSync(compressed(named));
    expect(createHash("sha256").update(content).digest("hex")).toBe(file.hashValue);
  });

  test("lie beside others that are no logs", () => {
    expect(objects.filter((object) => object.kind === "config")).toHaveLength(1);
    expect(objects.filter((object) => object.kind === "digest").length).toBe(2 * 3 * 24);
    expect(objects.filter((object) => object.kind !== "log").every((object) => object.events === 0)).toBe(
      true,
    );
  });
});

describe("records", () => {
  const share = (count: number) => count / records.length;

  test("are as long and as read-only as real ones", () => {
    const length = logs.reduce((sum, object) => sum + object.text().length, 0) / records.length;
    expect(length).toBeGreaterThan(1200);
    expect(length).toBeLessThan(1600);
    const reads = share(records.filter((record) => record.readOnly).length);
    expect(reads).toBeGreaterThan(0.85);
    expect(reads).toBeLessThan(0.92);
  });

  test("come from documentation addresses, private ones or services", () => {
    const allowed =
      /^(192\.0\.2|198\.51\.100|203\.0\.113|10\.\d+\.\d+)\.\d+$|\.amazonaws\.com$|^AWS Internal$/;
    expect(records.filter((record) => !allowed.test(record.sourceIPAddress))).toEqual([]);
  });

  test("show every kind of caller, denied and throttled calls, and data events", () => {
    const types = new Set(records.map((record) => record.userIdentity["type"]));
    for (const type of [
      "AssumedRole",
      "AWSService",
      "AWSAccount",
      "IAMUser",
      "WebIdentityUser",
      "IdentityCenterUser",
      "Root",
    ]) {
      expect(types).toContain(type);
    }
    const errors = new Set(records.map((record) => record.errorCode));
    for (const error of [
      "AccessDenied",
      "Client.UnauthorizedOperation",
      "ThrottlingException",
      "Client.RequestLimitExceeded",
    ]) {
      expect(errors).toContain(error);
    }
    expect(records.some((record) => record.eventCategory === "Data")).toBe(true);
    expect(records.some((record) => record.errorMessage === "Failed authentication")).toBe(true);
    expect(new Set(records.map((record) => record.eventVersion))).toEqual(
      new Set(["1.08", "1.09", "1.10", "1.11"]),
    );
  });

  test("of a role assumed across accounts come in pairs under one sharedEventID, and its key is used afterwards", () => {
    const opened = records.filter(
      (record) =>
        record.eventName === "AssumeRole" &&
        JSON.stringify(record.requestParameters).includes("TerraformApply"),
    );
    const shared = new Set(opened.map((record) => record.sharedEventID));
    const pairs = [...shared].map((id) => opened.filter((record) => record.sharedEventID === id));
    expect(pairs.length).toBeGreaterThan(5);
    for (const pair of pairs) {
      expect(pair.map((record) => record.recipientAccountId)).toContain(ACCOUNTS.shared.id);
      expect(new Set(pair.map((record) => record.eventID)).size).toBe(2);
      expect(new Set(pair.map((record) => JSON.stringify(record.responseElements))).size).toBe(1);
    }
    const keys = new Set(records.map((record) => record.userIdentity["accessKeyId"]));
    const issued = opened.map(
      (record) => /ASIA[A-Z2-7]{16}/.exec(JSON.stringify(record.responseElements))?.[0],
    );
    expect(issued.filter((key) => keys.has(key)).length).toBeGreaterThan(issued.length * 0.8);
  });

  test("are more on working days, and fewer at night", () => {
    const at = (from: number, to: number) =>
      records.filter(
        (record) =>
          Number(record.eventTime.slice(11, 13)) >= from && Number(record.eventTime.slice(11, 13)) < to,
      ).length;
    expect(at(9, 12)).toBeGreaterThan(at(0, 3) * 1.25);
  });

  test("never come from a region that is not the organization's", () => {
    const regions: ReadonlySet<string> = new Set(REGIONS);
    expect(records.every((record) => regions.has(record.awsRegion))).toBe(true);
  });
});
