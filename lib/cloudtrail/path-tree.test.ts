import { describe, expect, it } from "vitest";
import { indexed, indexedWith, valuesAt } from "#lib/cloudtrail/testing/base-record.ts";

const plain = { eventTime: "2026-11-12T19:00:04Z", eventName: "X" };

describe("the paths of a record", () => {
  it("are the same for names with dots and for nested names", () => {
    const record = indexed({
      ...plain,
      "requestParameters.a.b": "1",
      requestParameters: { "a.b": "1", a: { b: "1", c: "2" } },
    });
    expect(valuesAt(record, "requestParameters.a.b")).toEqual(["1"]);
    expect(valuesAt(record, "requestParameters.a.c")).toEqual(["2"]);
  });

  it("mean the same however an earlier record cut them", () => {
    indexed({ ...plain, "requestParameters.laterArn": "x", "requestParameters.volumeId": "x" });
    const requestParameters = { laterArn: "arn:aws:sns:e:1:t", volumeId: "vol-named" };
    expect(indexedWith({ requestParameters }).event.resources.map(({ id }) => id)).toEqual([
      "arn:aws:sns:e:1:t",
      "vol-named",
    ]);
  });

  it("cannot be taken for a field, nor break the shape", () => {
    const record = indexed({ ...plain, "@actor": "admin", "a\nb": "1", "c\u0000\uD800": "2", "": "3" });
    expect(valuesAt(record, "@actor")).toEqual(["unknown"]);
    expect(valuesAt(record, "\\@actor")).toEqual(["admin"]);
    expect(valuesAt(record, "@shape")).toEqual(["\n\\@actor\na\u240Ab\nc\u2400\uFFFD\neventName\neventTime"]);
  });

  it("survive more names than are remembered", () => {
    const wide = Object.fromEntries(Array.from({ length: 30_000 }, (_, i) => [`k${i}`, i]));
    expect(valuesAt(indexed({ ...plain, requestParameters: wide }), "requestParameters.k29999")).toEqual([
      "29999",
    ]);
    expect(indexedWith().terms).toEqual(indexedWith().terms);
    expect(valuesAt(indexedWith(), "requestParameters.force")).toEqual(["false"]);
  });
});
