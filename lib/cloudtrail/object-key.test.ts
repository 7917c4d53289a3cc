import { describe, expect, it } from "vitest";
import { readObjectKey } from "#lib/cloudtrail/object-key.ts";
import { hasRealEvents, readRealFile, whereReal } from "#lib/cloudtrail/testing/real-events.ts";

const name = (folder = "CloudTrail", region = "eu-west-1") =>
  `111122223333_${folder}_${region}_20261112T1435Z_Ab3dEf6hIj9lMn0p.json.gz`;
const at = Date.UTC(2026, 10, 12, 14, 35);
const log = (over: object = {}) => ({
  kind: "log",
  folder: "CloudTrail",
  account: "111122223333",
  region: "eu-west-1",
  organization: null,
  date: "2026-11-12",
  minute: at,
  ...over,
});

describe("readObjectKey", () => {
  it.each([
    ["the plain layout", `AWSLogs/111122223333/CloudTrail/eu-west-1/2026/11/12/${name()}`, log()],
    ["any prefix", `a/b c/AWSLogs/111122223333/CloudTrail/eu-west-1/2026/11/12/${name()}`, log()],
    [
      "an organization trail",
      `AWSLogs/o-ab12cd34ef/111122223333/CloudTrail/eu-west-1/2026/11/12/${name()}`,
      log({ organization: "o-ab12cd34ef" }),
    ],
    [
      "Control Tower, which repeats the organization before AWSLogs",
      `o-ab12cd34ef/AWSLogs/o-ab12cd34ef/111122223333/CloudTrail/eu-west-1/2026/11/12/${name()}`,
      log({ organization: "o-ab12cd34ef" }),
    ],
    [
      "older Control Tower, with the organization as prefix only",
      `o-ab12cd34ef/AWSLogs/111122223333/CloudTrail/eu-west-1/2026/11/12/${name()}`,
      log(),
    ],
    ["a copy without AWSLogs", `backup/111122223333/CloudTrail/eu-west-1/2026/11/12/${name()}`, log()],
    ["a single downloaded file", name(), log()],
    [
      "GovCloud",
      `AWSLogs/111122223333/CloudTrail/us-gov-west-1/2026/11/12/${name("CloudTrail", "us-gov-west-1")}`,
      log({ region: "us-gov-west-1" }),
    ],
    [
      "China",
      `AWSLogs/111122223333/CloudTrail/cn-northwest-1/2026/11/12/${name("CloudTrail", "cn-northwest-1")}`,
      log({ region: "cn-northwest-1" }),
    ],
    [
      "Insights",
      `AWSLogs/111122223333/CloudTrail-Insight/eu-west-1/2026/11/12/${name("CloudTrail-Insight")}`,
      log({ folder: "CloudTrail-Insight" }),
    ],
    [
      "network activity",
      `AWSLogs/111122223333/CloudTrail-NetworkActivity/eu-west-1/2026/11/12/${name("CloudTrail-NetworkActivity")}`,
      log({ folder: "CloudTrail-NetworkActivity" }),
    ],
    [
      "aggregated events",
      `AWSLogs/111122223333/CloudTrail-Aggregated/eu-west-1/2026/11/12/${name("CloudTrail-Aggregated")}`,
      log({ folder: "CloudTrail-Aggregated" }),
    ],
    [
      "a renamed file in its folder, without a minute",
      "AWSLogs/111122223333/CloudTrail/eu-west-1/2026/11/12/renamed.json.gz",
      log({ minute: null }),
    ],
    [
      "the folder's day, where the file was written the day before",
      `AWSLogs/111122223333/CloudTrail/eu-west-1/2026/11/13/${name()}`,
      log({ date: "2026-11-13" }),
    ],
  ])("places %s", (_what, key, expected) => {
    expect(readObjectKey(key)).toEqual(expected);
  });

  it.each([
    "AWSLogs/111122223333/CloudTrail-Digest/eu-west-1/2026/11/12/111122223333_CloudTrail-Digest_eu-west-1_main_eu-west-1_20261112T143500Z.json.gz",
    "p/AWSLogs/o-ab12cd34ef/111122223333/CloudTrail-Digest/eu-west-1/2026/11/12/x_backfill.json.gz",
    "111122223333_CloudTrail-Digest_eu-west-1_main_eu-west-1_20261112T143500Z.json.gz",
  ])("knows the digest %s", (key) => {
    expect(readObjectKey(key)).toEqual({ kind: "digest" });
  });

  it("does not take a prefix that merely sounds like a digest for one", () => {
    const key = `CloudTrail-Digest-old/AWSLogs/111122223333/CloudTrail/eu-west-1/2026/11/12/${name()}`;
    expect(readObjectKey(key)).toEqual(log());
  });

  it.each([
    "AWSLogs/",
    "AWSLogs/111122223333/CloudTrail/eu-west-1/2026/11/12/",
    "AWSLogs/111122223333/CloudTrail-Digest/",
  ])("knows the folder marker %s", (key) => {
    expect(readObjectKey(key)).toEqual({ kind: "folder-marker" });
  });

  it.each([
    "exports/events.json",
    "exports/events.JSON.GZ",
    "lookup.jsonl",
    "lookup.jsonl.gz",
    "lookup.ndjson",
    "AWSLogs/111122223333/CloudTrail/eu-west-1/2026/13/40/x.json.gz",
    "111122223333_CloudTrail_eu-west-1_20261345T1435Z_Ab3dEf6hIj9lMn0p.json.gz",
    "111122223333_CloudTrail_eu-west-1_20261112T2535Z_Ab3dEf6hIj9lMn0p.json.gz",
    `AWSLogs/111122223333/CloudTrail/eu-west-1/2026/02/30/${name()}x.json`,
  ])("leaves %s to its content", (key) => {
    expect(readObjectKey(key)).toEqual({ kind: "unplaced" });
  });

  it.each([
    ["AWSLogs/111122223333/Config/eu-west-1/2026/11/12/ConfigHistory/x.json.gz", "AWS Config"],
    [
      "p/AWSLogs/o-ab12cd34ef/111122223333/Config/eu-west-1/2026/11/12/ConfigSnapshot/x.json.gz",
      "AWS Config",
    ],
    [
      "AWSLogs/111122223333/elasticloadbalancing/eu-west-1/2026/11/12/x.log.gz",
      "Elastic Load Balancing access logs",
    ],
    ["AWSLogs/111122223333/vpcflowlogs/eu-west-1/2026/11/12/x.log.gz", "VPC flow logs"],
    ["AWSLogs/111122223333/GuardDuty/eu-west-1/2026/11/12/x.jsonl.gz", "GuardDuty findings"],
    [`AWSLogs/111122223333/Config/${name()}`, "AWS Config"],
    ["AWSLogs/111122223333/NewThing/x.json.gz", "the folder NewThing"],
    ["photos/cat.jpg", "a .jpg file"],
    ["README", "a file without an extension"],
    [".gitignore", "a file without an extension"],
  ])("says why %s is none", (key, what) => {
    expect(readObjectKey(key)).toEqual({ kind: "other", reason: `Not a CloudTrail log object: ${what}` });
  });

  it.skipIf(!hasRealEvents)(
    `agrees with the verdicts of an independent list, but for Insights, which it reads${whereReal}`,
    () => {
      const lines = readRealFile("cloudtrail-rs/object-keys.jsonl").trim().split("\n");
      expect(lines.length).toBeGreaterThan(0);
      for (const line of lines) {
        const { key, is_trail_log_object } = JSON.parse(line);
        const reading = readObjectKey(key);
        const isTrailLog = reading.kind === "log" && reading.folder !== "CloudTrail-Insight";
        expect([key, isTrailLog]).toEqual([key, is_trail_log_object]);
      }
    },
  );
});
