import { describe, expect, it } from "vitest";
import { baseRecord, indexedWith, valuesAt } from "#lib/cloudtrail/testing/base-record.ts";
import { isUniquePath } from "#lib/cloudtrail/unique-path.ts";
import { PATH_ALIASES } from "#lib/event/path-aliases.ts";

describe("the terms of a record", () => {
  it("are its fields, its paths and its shape, each once", () => {
    const { terms, uniqueTerms } = indexedWith();
    expect(Object.fromEntries(terms.map(({ path, value }) => [path, value]))).toEqual({
      "@event": "StopInstances",
      "@service": "ec2.amazonaws.com",
      "@actor": "PowerScheduler",
      "@role": "PowerScheduler",
      "@session": "nightly-stop",
      "@principal": "arn:aws:sts::111122223333:assumed-role/PowerScheduler/nightly-stop",
      "@identity": "AssumedRole",
      "@key": "ASIAEXAMPLEWAYMARK01",
      "@ip": "203.0.113.24",
      "@agent": "aws-cli/2.31.0",
      "@account": "111122223333",
      "@region": "eu-west-1",
      "@resource": "i-0abc12de34fa56b78",
      "@resourceType": "AWS::EC2::Instance",
      "@outcome": "success",
      "@readOnly": "false",
      "@category": "Management",
      "@mfa": "false",
      eventVersion: "1.11",
      eventType: "AwsApiCall",
      managementEvent: "true",
      "requestParameters.force": "false",
      "requestParameters.instancesSet.items.instanceId": "i-0abc12de34fa56b78",
      "userIdentity.accountId": "111122223333",
      "userIdentity.principalId": "AROAEXAMPLEWAYMARK01:nightly-stop",
      "userIdentity.sessionContext.attributes.creationDate": "2026-11-12T19:00:01Z",
      "userIdentity.sessionContext.attributes.mfaAuthenticated": "false",
      "userIdentity.sessionContext.sessionIssuer.accountId": "111122223333",
      "userIdentity.sessionContext.sessionIssuer.arn": "arn:aws:iam::111122223333:role/ops/PowerScheduler",
      "userIdentity.sessionContext.sessionIssuer.principalId": "AROAEXAMPLEWAYMARK01",
      "userIdentity.sessionContext.sessionIssuer.type": "Role",
      "userIdentity.sessionContext.sessionIssuer.userName": "PowerScheduler",
      "@shape": expect.stringMatching(/^awsRegion\neventCategory\n.*\nuserIdentity\.type$/s),
    });
    expect(new Set(terms.map(({ path }) => path)).size).toBe(terms.length);
    expect(uniqueTerms).toEqual([{ path: "@request", value: baseRecord.requestID }]);
  });

  it("leave out array positions, repeated values, nulls and empty text", () => {
    const record = indexedWith({
      requestParameters: {
        a: [
          ["x", "y", "x"],
          [{ b: "z" }, { b: "z" }, { b: null }, { b: "" }],
        ],
        c: [],
      },
    });
    expect(valuesAt(record, "requestParameters.a")).toEqual(["x", "y"]);
    expect(valuesAt(record, "requestParameters.a.b")).toEqual(["z"]);
    expect(record.terms.some(({ path }) => path === "requestParameters.c")).toBe(false);
  });

  it("write numbers and booleans as JSON does", () => {
    const record = indexedWith({ additionalEventData: { n: 1.5, big: 1e21, zero: 0, yes: true } });
    expect(valuesAt(record, "additionalEventData.n")).toEqual(["1.5"]);
    expect(valuesAt(record, "additionalEventData.big")).toEqual(["1e+21"]);
    expect(valuesAt(record, "additionalEventData.zero")).toEqual(["0"]);
    expect(valuesAt(record, "additionalEventData.yes")).toEqual(["true"]);
  });

  it("hold text that Postgres can store", () => {
    const record = indexedWith({ userAgent: "a\u0000b\uD800c😀", requestParameters: { x: "\uDC00" } });
    expect(record.event.userAgent).toBe("a\u2400b\uFFFDc😀");
    expect(valuesAt(record, "@agent")).toEqual(["a\u2400b\uFFFDc😀"]);
    expect(valuesAt(record, "requestParameters.x")).toEqual(["\uFFFD"]);
  });

  it("do not repeat a field under its path, unless it is written otherwise", () => {
    for (const path of PATH_ALIASES.keys()) expect(valuesAt(indexedWith(), path)).toEqual([]);
    const record = indexedWith({ readOnly: "True" });
    expect(valuesAt(record, "@readOnly")).toEqual(["true"]);
    expect(valuesAt(record, "readOnly")).toEqual(["True"]);
  });

  it("keep what is unique by nature apart", () => {
    const record = indexedWith({
      requestParameters: { nextToken: "n", clientRequestToken: "c" },
      responseElements: {
        requestId: "r",
        credentials: { sessionToken: "s", accessKeyId: "ASIAEXAMPLEWAYMARK09" },
      },
      additionalEventData: { "x-amz-id-2": "x" },
    });
    expect(record.uniqueTerms.map(({ path }) => path).sort()).toEqual([
      "@request",
      "additionalEventData.x-amz-id-2",
      "requestParameters.clientRequestToken",
      "requestParameters.nextToken",
      "responseElements.credentials.sessionToken",
      "responseElements.requestId",
    ]);
    expect(valuesAt(record, "responseElements.credentials.accessKeyId")).toEqual(["ASIAEXAMPLEWAYMARK09"]);
    expect(valuesAt(record, "@shape")[0]).toContain("requestParameters.nextToken");
  });

  it("have the same shape whatever the order of keys", () => {
    const turned = Object.fromEntries(Object.entries(baseRecord).reverse());
    expect(valuesAt(indexedWith(turned), "@shape")).toEqual(valuesAt(indexedWith(), "@shape"));
  });
});

describe("isUniquePath", () => {
  it.each(["requestID", "responseElements.requestId", "a.b.sessionToken", "sharedEventID"])(
    "holds for %s",
    (path) => expect(isUniquePath(path)).toBe(true),
  );
  it.each(["eventName", "requestParameters.bucketName", "requestIDs", "token.name"])(
    "does not hold for %s",
    (path) => expect(isUniquePath(path)).toBe(false),
  );
});
