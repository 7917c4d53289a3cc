import { expect, it } from "vitest";
import { exampleJob } from "#components/source/testing/example-job.ts";
import { S3Settings } from "#lib/db/sources/source.ts";
import { offersNames } from "./offers-names.ts";

const bucket = (endpoint: string | null) =>
  S3Settings.parse({
    kind: "s3",
    bucket: "trail",
    prefix: "",
    region: null,
    endpoint,
    pathStyle: false,
    profile: null,
    roleArn: null,
    externalId: null,
    from: null,
    to: null,
  });
const job = exampleJob();
const NONE = { accounts: [] };

it("names are offered for an organization's trail on AWS that was loaded, until an account has one", () => {
  const loaded = { source: { accounts: 12, job }, settings: bucket(null) };
  expect(offersNames(loaded, NONE)).toBe(true);
  expect(offersNames(loaded, { accounts: [{ account: "111122223333", name: "prod" }] })).toBe(false);
  expect(offersNames({ ...loaded, source: { accounts: 1, job } }, NONE)).toBe(false);
  expect(offersNames({ ...loaded, source: { accounts: 12, job: null } }, NONE)).toBe(false);
  expect(
    offersNames({ ...loaded, source: { accounts: 12, job: exampleJob({ state: "failed" }) } }, NONE),
  ).toBe(false);
  expect(offersNames({ ...loaded, settings: bucket("https://minio.example.net") }, NONE)).toBe(false);
  expect(offersNames({ ...loaded, settings: { kind: "files", paths: [] } }, NONE)).toBe(false);
});
