import { expect, it } from "vitest";
import { BucketInput, bucketSettings } from "#lib/ingest/bucket-input.ts";

it("takes a form as it is: empty fields are not given", () => {
  const form = {
    bucket: "s3://acme-logs/AWSLogs",
    prefix: "",
    region: " ",
    endpoint: "",
    pathStyle: "on",
    profile: "",
    roleArn: "",
    externalId: "",
    from: "2026-10-01",
    to: "",
    syncEveryMinutes: "15",
  };
  const input = BucketInput.parse(form);
  expect(input.syncEveryMinutes).toBe(15);
  expect(bucketSettings(input)).toEqual({
    name: "s3://acme-logs/AWSLogs/",
    settings: {
      kind: "s3",
      bucket: "acme-logs",
      prefix: "AWSLogs/",
      region: null,
      endpoint: null,
      pathStyle: true,
      profile: null,
      roleArn: null,
      externalId: null,
      from: "2026-10-01",
      to: null,
    },
  });
});

it("is content with the bucket alone", () => {
  const { settings } = bucketSettings(BucketInput.parse({ bucket: "acme-logs", prefix: "/org/AWSLogs" }));
  expect(settings).toMatchObject({ prefix: "org/AWSLogs/", pathStyle: false, from: null });
});

it.each([
  ["bucket", {}],
  ["bucket", { bucket: "https://example.com" }],
  ["prefix", { bucket: "s3://acme-logs/a/", prefix: "b/" }],
  ["region", { bucket: "acme-logs", region: "Frankfurt" }],
  ["endpoint", { bucket: "acme-logs", endpoint: "file:///etc/passwd" }],
  ["endpoint", { bucket: "acme-logs", endpoint: "https://user:secret@example.com" }],
  ["roleArn", { bucket: "acme-logs", roleArn: "arn:aws:iam::123:user/x" }],
  ["externalId", { bucket: "acme-logs", externalId: "abc" }],
  ["from", { bucket: "acme-logs", from: "2026-02-30" }],
  ["to", { bucket: "acme-logs", from: "2026-03-02", to: "2026-03-01" }],
  ["syncEveryMinutes", { bucket: "acme-logs", syncEveryMinutes: "0" }],
  ["syncEveryMinutes", { bucket: "acme-logs", syncEveryMinutes: "often" }],
])("names %s where it is wrong in %j", (field, input) => {
  const result = BucketInput.safeParse(input);
  expect(result.error?.issues.map(({ path }) => path[0])).toEqual([field]);
});
