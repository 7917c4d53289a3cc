import { expect, it } from "vitest";
import { reachesFurther } from "#lib/db/sources/reaches-further.ts";
import type { S3SourceSettings } from "#lib/db/sources/source.ts";
import { ACME_LOGS } from "#lib/db/sources/testing/bucket-settings.ts";

it.each<[string, Partial<S3SourceSettings>, boolean]>([
  ["nothing", {}, false],
  ["an earlier first day", { from: "2026-09-30" }, true],
  ["no first day", { from: null }, true],
  ["a later first day", { from: "2026-10-02" }, false],
  ["a last day", { to: "2026-11-01" }, false],
  ["another bucket", { bucket: "other" }, true],
  ["another server", { endpoint: "https://s3.example.net" }, true],
  ["other credentials", { profile: "audit", roleArn: "arn:aws:iam::111122223333:role/Logs" }, false],
])("a bucket changed by %s", (_, change, further) => {
  expect(reachesFurther(ACME_LOGS, { ...ACME_LOGS, ...change })).toBe(further);
});

it("reaches no further from everything", () => {
  const all = { ...ACME_LOGS, from: null };
  expect(reachesFurther(all, { ...all, from: "2026-10-01" })).toBe(false);
  expect(reachesFurther(all, all)).toBe(false);
});

it("takes other files, and another sample, for new", () => {
  const files = { kind: "files", paths: ["a", "b"] } as const;
  expect(reachesFurther({ ...files, paths: ["a"] }, { ...files, paths: ["a", "b"] })).toBe(true);
  expect(reachesFurther({ ...files, paths: ["a"] }, { ...files, paths: ["a"] })).toBe(false);
  const sample = { kind: "sample", seed: 1, events: 10_000, days: 10, end: 0 } as const;
  expect(reachesFurther(sample, { ...sample, end: 1 })).toBe(true);
  expect(reachesFurther(sample, sample)).toBe(false);
  expect(reachesFurther(ACME_LOGS, sample)).toBe(true);
});
