import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { demoSettings, trailEnd } from "#bin/launch/demo.ts";
import { readEnv } from "#lib/server/env.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "waymark-demo-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("keeps away from the user's database and data", () => {
  const settings = demoSettings({ DATABASE_URL: "postgresql://db/production", PORT: "4000" });
  expect(readEnv(settings, "/w")).toMatchObject({
    databaseUrl: null,
    dataFolder: "/w/.data/demo",
    port: 4000,
  });
  expect(readEnv(demoSettings({ WAYMARK_DATA: "/elsewhere" }), "/w").dataFolder).toBe("/elsewhere");
});

it("tells the same trail at every start", () => {
  expect(trailEnd(folder, 1000)).toBe(1000);
  expect(trailEnd(folder, 2000)).toBe(1000);
});

it("begins anew where the note was cut off as it was written", () => {
  writeFileSync(join(folder, "sample.json"), '{"en');
  expect(trailEnd(folder, 3000)).toBe(3000);
  expect(trailEnd(folder, 4000)).toBe(3000);
});
