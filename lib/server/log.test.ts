import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { logFile, openLog } from "#lib/server/log.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "waymark-log-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function lines(): Record<string, unknown>[] {
  return readFileSync(logFile(folder, "worker"), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}

it("writes one JSON line per message, with time, level and process", () => {
  openLog("worker", { dataFolder: folder, logLevel: "info" }).info({ key: "a.json.gz" }, "object loaded");
  const [line] = lines();
  expect(line).toMatchObject({
    level: "info",
    process: "worker",
    pid: process.pid,
    key: "a.json.gz",
    msg: "object loaded",
  });
  expect(String(line?.["time"])).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
});

it("leaves out what is below its level", () => {
  const log = openLog("worker", { dataFolder: folder, logLevel: "warn" });
  log.info("quiet");
  log.warn("loud");
  expect(lines().map((line) => line["msg"])).toEqual(["loud"]);
});

it("never writes a password or a secret key", () => {
  const log = openLog("worker", { dataFolder: folder, logLevel: "info" });
  log.info({ databaseUrl: "postgresql://a:hunter2@h/d", credentials: { secretAccessKey: "hunter2" } }, "x");
  expect(readFileSync(logFile(folder, "worker"), "utf8")).not.toContain("hunter2");
});

it("sets an overgrown file aside when it opens it", () => {
  openLog("worker", { dataFolder: folder, logLevel: "info" }).info("old");
  writeFileSync(logFile(folder, "worker"), Buffer.alloc(20 * 1024 * 1024 + 1, "x"));
  openLog("worker", { dataFolder: folder, logLevel: "info" }).info("new");
  expect(statSync(`${logFile(folder, "worker")}.1`).size).toBe(20 * 1024 * 1024 + 1);
  expect(lines().map((line) => line["msg"])).toEqual(["new"]);
});
