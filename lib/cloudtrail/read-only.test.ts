import { describe, expect, it } from "vitest";
import { readReadOnly } from "#lib/cloudtrail/read-only.ts";

describe("readReadOnly", () => {
  it.each([
    [true, true],
    ["true", true],
    ["TRUE", true],
    [false, false],
    ["false", false],
  ])("trusts the record's flag %j", (readOnly, expected) => {
    expect(readReadOnly({ readOnly }, expected ? "DeleteBucket" : "GetObject")).toBe(expected);
  });

  it.each([
    "GetObject",
    "ListUsers",
    "DescribeInstances",
    "HeadBucket",
    "BatchGetItem",
    "LookupEvents",
    "Decrypt",
    "AssumeRole",
    "Query",
    "Scan",
  ])("knows that %s reads", (name) => expect(readReadOnly({ readOnly: null }, name)).toBe(true));

  it.each([
    "PutObject",
    "TerminateInstances",
    "ConsoleLogin",
    "Searchlight",
    "Getaway",
    "Issue",
    "BatchWriteItem",
    "CheckoutLicense",
    "ListenerAdd",
  ])("takes %s for a change", (name) => expect(readReadOnly({ readOnly: "maybe" }, name)).toBe(false));
});
