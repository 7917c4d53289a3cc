import { expect, it } from "vitest";
import { readIngestArguments } from "#bin/commands/ingest-arguments.ts";

const NOW = Date.UTC(2026, 10, 12, 14, 31, 7);

it("keeps only what is said of a bucket, so that the rest can stay as it was", () => {
  expect(readIngestArguments(["s3://acme-logs/AWSLogs"], NOW)).toEqual({
    kind: "s3",
    url: "s3://acme-logs/AWSLogs",
    options: {},
    full: false,
  });
});

it("reads every option of a bucket", () => {
  const args =
    "s3://b --from 2026-10-01 --to now-1d --region eu-west-1 --endpoint http://127.0.0.1:9000 --path-style --profile ops --role-arn arn:aws:iam::123456789012:role/R --external-id x-1 --full";
  expect(readIngestArguments(args.split(" "), NOW)).toEqual({
    kind: "s3",
    url: "s3://b",
    options: {
      from: "2026-10-01",
      to: "2026-11-11",
      region: "eu-west-1",
      endpoint: "http://127.0.0.1:9000",
      pathStyle: true,
      profile: "ops",
      roleArn: "arn:aws:iam::123456789012:role/R",
      externalId: "x-1",
    },
    full: true,
  });
});

it("takes an empty value as a setting taken back", () => {
  expect(readIngestArguments(["s3://b", "--from=", "--region="], NOW)).toMatchObject({
    options: { from: "", region: "" },
  });
});

it("takes any number of files and folders, also one that is called lookup", () => {
  expect(readIngestArguments(["./lookup", "a.json.gz", "b.zip"], NOW)).toEqual({
    kind: "files",
    paths: ["./lookup", "a.json.gz", "b.zip"],
  });
});

it("reads what to look up, of several regions", () => {
  const args =
    "lookup --region eu-west-1 --region us-east-1 --from 2026-10-01 --to now-1d --profile ops --endpoint http://127.0.0.1:9000 --role-arn arn:aws:iam::123456789012:role/R --external-id x-1 --full";
  expect(readIngestArguments(args.split(" "), NOW)).toEqual({
    kind: "lookup",
    options: {
      regions: ["eu-west-1", "us-east-1"],
      from: "2026-10-01",
      to: "2026-11-11",
      profile: "ops",
      endpoint: "http://127.0.0.1:9000",
      roleArn: "arn:aws:iam::123456789012:role/R",
      externalId: "x-1",
    },
    full: true,
  });
  expect(readIngestArguments(["lookup", "--all-regions"], NOW)).toEqual({
    kind: "lookup",
    options: { regions: "all" },
    full: false,
  });
});

it.each([
  [["lookup", "--region", "eu-west-1", "--all-regions"], "Give --region or --all-regions, not both."],
  [["lookup", "--path-style"], "The option --path-style is for buckets: s3://bucket/prefix."],
  [["lookup", "a.json"], "Give nothing but options behind lookup."],
  [["s3://a", "--all-regions"], "The option --all-regions is for waymark ingest lookup."],
  [["a.json", "--region", "eu-west-1"], "The option --region is for buckets: s3://bucket/prefix."],
  [["a.json", "--full"], "The option --full is for buckets: s3://bucket/prefix."],
  [["s3://a", "s3://b"], "Give one s3:// address at a time, and no files beside it."],
  [["a.json", "s3://b"], "Give one s3:// address at a time, and no files beside it."],
  [["s3://a", "--to", "soon"], "--to: soon is not a time. Write 2026-11-12, 2026-11-12T14:31:07Z or now-7d."],
])("refuses %j", (args, sentence) => {
  expect(() => readIngestArguments(args, NOW)).toThrow(sentence);
});
