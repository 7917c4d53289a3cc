import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readRecord } from "#lib/cloudtrail/read-record.ts";
import { splitRecords } from "#lib/cloudtrail/split-records.ts";
import { baseRecord, indexed, indexedWith, valuesAt } from "#lib/cloudtrail/testing/base-record.ts";
import {
  aggregatedRecord,
  insightRecord,
  networkRecord,
  oldestRecord,
} from "#lib/cloudtrail/testing/odd-records.ts";
import { hasRealEvents, realEvents, whereReal } from "#lib/cloudtrail/testing/real-events.ts";

function refusal(value: unknown) {
  const reading = readRecord(value);
  if (reading.kind === "indexed") throw new Error("Expected a refusal");
  return reading.refusal;
}

describe("readRecord", () => {
  it("gives the event", () => {
    const { event, uuid, time } = indexedWith();
    expect(event).toEqual({
      eventId: baseRecord.eventID,
      eventTime: "2026-11-12T19:00:04Z",
      eventName: "StopInstances",
      eventSource: "ec2.amazonaws.com",
      readOnly: false,
      category: "Management",
      account: "111122223333",
      region: "eu-west-1",
      actor: {
        kind: "role",
        name: "PowerScheduler",
        role: "PowerScheduler",
        session: "nightly-stop",
        arn: baseRecord.userIdentity.arn,
        accessKeyId: "ASIAEXAMPLEWAYMARK01",
        via: null,
      },
      sourceIp: "203.0.113.24",
      userAgent: "aws-cli/2.31.0",
      outcome: "success",
      errorCode: null,
      resources: [{ id: "i-0abc12de34fa56b78", type: "AWS::EC2::Instance" }],
    });
    expect(uuid).toBe(baseRecord.eventID);
    expect(time).toBe(Date.UTC(2026, 10, 12, 19, 0, 4) / 1000);
  });

  it.each([
    [null, "not-an-object", "found null"],
    [[], "not-an-object", "found an array"],
    ["text", "not-an-object", 'found "text"'],
    [{}, "no-event-name", "found nothing"],
    [{ eventName: { a: 1 } }, "no-event-name", "found an object"],
    [{ eventName: "X" }, "no-event-time", "found nothing"],
    [{ eventName: "X", eventTime: null }, "no-event-time", "found null"],
    [{ eventName: "X", eventTime: "yesterday" }, "bad-event-time", 'found "yesterday"'],
    [{ eventName: "X", eventTime: "x".repeat(500) }, "bad-event-time", "…"],
    [
      { eventSource: "aws:s3", eventName: "ObjectCreated:Put", eventTime: "2026-11-12T19:00:04Z" },
      "not-cloudtrail",
      "aws:s3",
    ],
  ])("refuses %j by name", (value, code, words) => {
    expect(refusal(value)).toEqual({ code, message: expect.stringContaining(words) });
  });

  it("refuses what nests beyond 200 levels, through objects or lists, and takes 200", () => {
    const nest = (levels: number, wrap: (inner: unknown) => unknown) =>
      Array.from({ length: levels }).reduce<unknown>(wrap, "leaf");
    for (const wrap of [(a: unknown) => ({ a }), (a: unknown) => [a]]) {
      expect(refusal({ ...baseRecord, requestParameters: nest(200, wrap) }).code).toBe("too-deep");
      expect(valuesAt(indexedWith({ p: nest(199, wrap) }), "@event")).toEqual(["StopInstances"]);
    }
    expect(refusal({ ...baseRecord, requestParameters: nest(100_000, (a) => [a]) }).code).toBe("too-deep");
  });

  it.each([
    ["userIdentity null", { userIdentity: null }],
    ["userIdentity absent", { userIdentity: undefined }],
    ["requestParameters as text", { requestParameters: '{"a":1}' }],
    ["resources as text", { resources: "arn:aws:s3:::b" }],
    ["a numeric version", { eventVersion: 1.11 }],
    ["a numeric account", { recipientAccountId: 111122223333 }],
    ["an IPv6 address", { sourceIPAddress: "2001:db8::1" }],
    ["AWS Internal", { sourceIPAddress: "AWS Internal/#" }],
    ["flags as text", { readOnly: "false", managementEvent: "true", sessionCredentialFromConsole: "true" }],
    ["no id", { eventID: undefined }],
    ["a record over 32 KiB", { requestParameters: { policyDocument: "x".repeat(40_000) } }],
    ["a prototype among the keys", JSON.parse('{"requestParameters":{"__proto__":{"constructor":"x"}}}')],
  ])("indexes %s", (_what, changes) => {
    const { event } = indexedWith(changes);
    expect(event).toMatchObject({ eventName: "StopInstances", account: "111122223333", readOnly: false });
  });

  it("reads numbers and epoch times where text belongs", () => {
    const { event, time } = indexedWith({ eventTime: 1_794_510_004_000, eventName: 404, userAgent: 1 });
    expect(event).toMatchObject({ eventTime: "2026-11-12T19:00:04Z", eventName: "404", userAgent: "1" });
    expect(time).toBe(1_794_510_004);
  });

  it("takes the last of duplicate keys, as JSON.parse does", () => {
    const text = JSON.stringify(baseRecord).replace("{", '{"eventName":"First",');
    expect(indexed(JSON.parse(text)).event.eventName).toBe("StopInstances");
  });

  it("reads Insights, network, aggregated and the oldest records", () => {
    expect(indexed(insightRecord)).toMatchObject({
      event: {
        eventName: "RunInstances",
        eventSource: "ec2.amazonaws.com",
        category: "Insight",
        actor: { kind: "unknown" },
      },
    });
    expect(indexed(networkRecord).event).toMatchObject({
      category: "NetworkActivity",
      outcome: "denied",
      actor: { kind: "account", name: "444455556666" },
    });
    expect(indexed(aggregatedRecord)).toMatchObject({
      uuid: aggregatedRecord.eventId,
      time: Date.UTC(2026, 10, 12, 19, 5) / 1000,
      event: {
        eventId: aggregatedRecord.eventId,
        eventName: "GetObject",
        account: "111122223333",
        category: "Aggregated",
      },
    });
    const byResource = {
      ...aggregatedRecord,
      summary: {
        primaryDimension: {
          dimension: "resourceARN",
          statistics: [{ name: "arn:aws:s3:::acme-logs", value: 9 }],
        },
      },
    };
    expect(indexed(byResource).event).toMatchObject({
      eventName: "AwsAggregatedEvent by resourceARN",
      resources: [{ id: "arn:aws:s3:::acme-logs", type: "AWS::S3::Bucket" }],
    });
    expect(indexed(oldestRecord).event).toMatchObject({
      account: "111122223333",
      category: "Management",
      readOnly: false,
    });
  });

  it("knows a record without an id by its content, whatever the order of keys", () => {
    const { uuid, event } = indexed(oldestRecord);
    const turned = Object.fromEntries(Object.entries(oldestRecord).reverse());
    expect(event.eventId).toBe(uuid);
    expect(indexed(turned).uuid).toBe(uuid);
    expect(indexed({ ...oldestRecord, userAgent: "other" }).uuid).not.toBe(uuid);
  });

  it("tells records apart that share an id which is no UUID, and knows each again", () => {
    const first = indexedWith({ eventID: "..." });
    expect(first.event.eventId).toBe("...");
    expect(indexedWith({ eventID: "..." }).uuid).toBe(first.uuid);
    expect(indexedWith({ eventID: "...", userAgent: "other" }).uuid).not.toBe(first.uuid);
    expect(indexedWith({ eventID: "...", eventName: "StartInstances" }).uuid).not.toBe(first.uuid);
  });

  it("reads the second factor of a session and of a sign-in", () => {
    expect(valuesAt(indexedWith(), "@mfa")).toEqual(["false"]);
    const signIn = { userIdentity: { type: "IAMUser", userName: "amy" }, eventName: "ConsoleLogin" };
    expect(valuesAt(indexedWith({ ...signIn, additionalEventData: { MFAUsed: "Yes" } }), "@mfa")).toEqual([
      "true",
    ]);
    expect(valuesAt(indexedWith(signIn), "@mfa")).toEqual([]);
  });

  it("never throws, whatever the JSON", () => {
    const members = Object.fromEntries(Object.keys(baseRecord).map((key) => [key, fc.jsonValue()]));
    const record = fc
      .tuple(fc.record(members, { requiredKeys: [] }), fc.boolean())
      .map(([odd, keepsTime]) => ({
        ...odd,
        ...(keepsTime ? { eventTime: baseRecord.eventTime, eventName: "X" } : {}),
      }));
    fc.assert(
      fc.property(fc.oneof(record, fc.jsonValue()), (value) => void readRecord(value)),
      { numRuns: 1000 },
    );
  });
});

describe.skipIf(!hasRealEvents)(`over 4,992 real records${whereReal}`, () => {
  const events = hasRealEvents ? realEvents() : [];

  it("indexes each or refuses it by name", () => {
    const refused = events.flatMap(({ set, line, text }) => {
      const reading = readRecord(JSON.parse(text));
      return reading.kind === "refused" ? [`${reading.refusal.code} ${set}:${line}`] : [];
    });
    // Checked by hand: one template without a time, fifteen rule tests whose time is masked ("...", "foo").
    expect(events).toHaveLength(4992);
    const masked = [1, 3, 4, 5, 6, 28, 29, 42, 43, 44, 45, 46, 47, 49, 50];
    expect(refused).toEqual([
      "no-event-time cloud-custodian:5",
      ...masked.map((line) => `bad-event-time streamalert:${line}`),
    ]);
  });

  it("gives every value that a record holds to the search", () => {
    for (const { set, line, text } of events) {
      const parsed: unknown = JSON.parse(text);
      const reading = readRecord(parsed);
      if (reading.kind === "refused") continue;
      const { terms, uniqueTerms, event } = reading.record;
      const known = new Set([...terms, ...uniqueTerms].map(({ value }) => value));
      const missing = leavesOf(parsed).filter(
        (leaf) => !known.has(leaf) && leaf !== event.eventId && leaf !== event.eventTime,
      );
      expect([set, line, missing]).toEqual([set, line, []]);
    }
  });

  it("is cut out of a file token for token", () => {
    const texts = events.map(({ text }) => text);
    const { outcome, records } = splitRecords(new TextEncoder().encode(`{"Records":[${texts}]}`));
    expect(outcome).toEqual({ kind: "ok" });
    expect(records.map((record) => new TextDecoder().decode(record))).toEqual(texts);
  });
});

function leavesOf(value: unknown): string[] {
  if (value === null || value === "") return [];
  return typeof value === "object" ? Object.values(value).flatMap(leavesOf) : [String(value)];
}
