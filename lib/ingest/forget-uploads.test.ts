import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { forgetUploads } from "#lib/ingest/forget-uploads.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "waymark-uploads-"));
  mkdirSync(join(folder, "uploads"));
  writeFileSync(join(folder, "uploads", "one.json"), "{}");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function forget(name: string): Promise<void> {
  return forgetUploads({
    id: "00000000-0000-7000-8000-000000000000",
    name,
    settings: { kind: "files", paths: [join(folder, "uploads")] },
    syncEveryMinutes: null,
    keepDays: null,
    fullCheckEveryDays: null,
    isRemoved: true,
    createdAt: new Date(0),
  });
}

it("the copies of what was uploaded go with their source", async () => {
  await forget("uploads");
  expect(existsSync(join(folder, "uploads"))).toBe(false);
  expect(existsSync(folder)).toBe(true);
});

it("files that were named where they lie stay", async () => {
  await forget(`files:${folder}/uploads`);
  expect(existsSync(join(folder, "uploads", "one.json"))).toBe(true);
});
