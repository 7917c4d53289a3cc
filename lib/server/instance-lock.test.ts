import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isFailure } from "#lib/server/failure.ts";
import { runningInstance, takeLock } from "#lib/server/instance-lock.ts";
import { processToken, startTicks } from "#lib/server/process-token.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "waymark-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function file(): string {
  return join(folder, "waymark.lock");
}

function rewrite(change: object): void {
  writeFileSync(file(), JSON.stringify({ ...JSON.parse(readFileSync(file(), "utf8")), ...change }));
}

function sentence(): string {
  try {
    takeLock(folder).release();
  } catch (error) {
    if (isFailure(error, "conflict")) return error.message;
    throw error;
  }
  return "taken";
}

describe("a data folder", () => {
  it("is in use while its lock is held, and says by whom and where", () => {
    const lock = takeLock(folder);
    expect(sentence()).toBe(
      `The data folder ${folder} is in use by another Waymark (process ${process.pid}).`,
    );
    lock.announce({ address: "http://127.0.0.1:3000" });
    expect(sentence()).toBe(
      `The data folder ${folder} is in use by another Waymark (process ${process.pid} at http://127.0.0.1:3000).`,
    );
    lock.release();
    expect(sentence()).toBe("taken");
  });

  it("is made if it is not there", () => {
    const inner = join(folder, "a", "b");
    takeLock(inner).release();
    expect(statSync(inner).isDirectory()).toBe(true);
  });

  it("tells others where its database is, and nobody but its owner can read that", () => {
    const lock = takeLock(folder);
    lock.announce({ databaseUrl: "postgresql://waymark:secret@127.0.0.1:5432/waymark" });
    expect(runningInstance(folder)).toMatchObject({
      pid: process.pid,
      address: null,
      databaseUrl: "postgresql://waymark:secret@127.0.0.1:5432/waymark",
    });
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    lock.release();
    expect(runningInstance(folder)).toBeNull();
  });

  it("is free again when its owner was killed", async () => {
    takeLock(folder);
    const other = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
    rewrite({ pid: other.pid, token: processToken(other.pid ?? 0) });
    expect(runningInstance(folder)?.pid).toBe(other.pid);
    other.kill("SIGKILL");
    await once(other, "exit");
    expect(runningInstance(folder)).toBeNull();
    expect(sentence()).toBe("taken");
  });

  it("is free where another process has the dead owner's number by now", () => {
    takeLock(folder);
    rewrite({ token: "an earlier start" });
    expect(sentence()).toBe("taken");
  });

  it("is free where the lock was cut off as it was written", () => {
    writeFileSync(file(), '{"host":"a","pi');
    expect(sentence()).toBe("taken");
  });

  it("is in use while another machine that shares it gives signs of life", () => {
    takeLock(folder);
    rewrite({ host: "another-machine", pid: 7, token: "unknown here" });
    expect(sentence()).toContain("in use by another Waymark (process 7)");
    const longAgo = new Date(Date.now() - 60_000);
    utimesSync(file(), longAgo, longAgo);
    expect(sentence()).toBe("taken");
  });
});

describe("a process", () => {
  it("keeps its token as long as it lives", () => {
    expect(processToken(process.pid)).not.toBeNull();
    expect(processToken(process.pid)).toBe(processToken(process.pid));
  });

  it("has none once it has ended", async () => {
    const other = spawn(process.execPath, ["--version"]);
    await once(other, "exit");
    expect(processToken(other.pid ?? 0)).toBeNull();
  });

  it("may have spaces and brackets in its name", () => {
    const rest = Array.from({ length: 30 }, (_, at) => `f${at + 3}`).join(" ");
    expect(startTicks(`4711 (next) server (v16) ${rest}`)).toBe("f22");
  });
});
