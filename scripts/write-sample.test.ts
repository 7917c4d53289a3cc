import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import { STORIES } from "#lib/sample/stories/stories.ts";

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), "waymark-sample-"));
afterAll(() => rmSync(folder, { recursive: true }));

function writeSample(...options: readonly string[]) {
  return run(process.execPath, ["--import", "tsx", "scripts/write-sample.ts", ...options]);
}

test("writes a folder of log objects and ends with their counts", async () => {
  const end = "2026-11-20T00:00:00Z";
  const { stdout } = await writeSample("--events", "10000", "--days", "10", "--end", end, "--out", folder);
  const counts = JSON.parse(stdout.trimEnd().split("\n").at(-1) ?? "");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) =>
    path.endsWith(".json.gz"),
  );
  expect(files).toHaveLength(counts.objects);
  expect(counts.events).toBe(counts.distinctEvents + counts.duplicates);
  expect(Math.abs(counts.distinctEvents - 10_000)).toBeLessThan(100);
  expect(counts.bytesGz).toBeLessThan(counts.bytesRaw);
  expect(counts.stories).toEqual(STORIES.map((story) => story.id));
}, 60_000);

test("says what is wrong with an option, and how it is used", async () => {
  const failed = writeSample("--events", "5", "--out", folder);
  await expect(failed).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringContaining("at least 10000 events"),
  });
  await expect(writeSample()).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining("--out") });
}, 60_000);
