import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { hasFiles } from "#lib/ingest/has-files.ts";

it("is true of files that are all here, and of whatever is no file", async () => {
  const folder = mkdtempSync(join(tmpdir(), "waymark-has-files-"));
  const file = join(folder, "a.json");
  writeFileSync(file, "{}");
  const files = (...paths: string[]) => hasFiles({ kind: "files", paths });
  expect(await files(folder, file)).toBe(true);
  expect(await files(folder, join(folder, "b.json"))).toBe(false);
  rmSync(folder, { recursive: true });
  expect(await files(folder)).toBe(false);
  expect(await hasFiles({ kind: "sample", seed: 1, events: 1, days: 1, end: 0 })).toBe(true);
});
